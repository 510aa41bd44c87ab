package io.mtandao.ui.message;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.mtandao.api.Permission;
import io.mtandao.api.messaging.Messages;
import io.mtandao.api.messaging.Messages.Template;
import io.mtandao.ui.access.Needs;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Badge;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.EmptyState;
import io.mtandao.ui.kit.PageHeader;
import io.mtandao.ui.kit.Texts;
import io.mtandao.ui.kit.Toast;
import io.mtandao.ui.shell.MainLayout;
import java.util.List;

/** What is written to subscribers, and on which occasions. */
@Needs(Permission.MESSAGES_READ)
@Route(value = "templates", layout = MainLayout.class)
public final class TemplatesView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private final transient Messages messages;
    private final transient Who who;
    private final Div cards = new Div();

    public TemplatesView(Messages messages, Who who) {
        this.messages = messages;
        this.who = who;
        addClassName("page");
        cards.addClassName("cards");
        add(new PageHeader(t("templates.title"), t("templates.pageText")), cards);
        draw();
    }

    private void draw() {
        cards.removeAll();
        List<Template> all = messages.templates(who.caller());
        if (all.isEmpty()) cards.add(new EmptyState(VaadinIcon.COMMENT_O, t("templates.none"), t("templates.noneText")));
        boolean write = who.may(Permission.MESSAGES_WRITE);
        all.forEach(x -> cards.add(card(x, write)));
    }

    private Div card(Template x, boolean write) {
        Div head = new Div(new H3(Texts.orElse(x.event(), "event." + x.event())),
            new Badge(t(x.enabled() ? "templates.on" : "templates.off"), x.enabled() ? Badge.Tone.GOOD : Badge.Tone.PLAIN));
        head.addClassName("card-head");
        Paragraph text = new Paragraph(messages.preview(who.caller(), x.text()));
        text.addClassName("message-text");
        Div card = new Div(head, text);
        card.setId("template-" + x.event());
        card.addClassName("card");
        if (write) {
            var edit = Buttons.plain("template-" + x.event() + "-edit", t("action.edit"), VaadinIcon.EDIT, e -> edit(x));
            edit.addThemeVariants(ButtonVariant.LUMO_SMALL);
            card.add(edit);
        }
        return card;
    }

    private void edit(Template x) {
        new TemplateForm(x, text -> messages.preview(who.caller(), text)).dialog((enabled, text, whatsApp) -> {
            messages.updateTemplate(who.caller(), x.event(), x.version(), enabled, text, whatsApp);
            Toast.ok(t("templates.saved"));
            draw();
        });
    }

    @Override
    public String getPageTitle() {
        return t("templates.title");
    }
}

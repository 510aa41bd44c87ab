package io.mtandao.ui.shell;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.RouterLayout;
import io.mtandao.ui.access.Locales;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.Translations;
import java.util.Locale;

/** Around the pages that need no sign-in: what this is, beside what is to be filled in. */
public final class PublicLayout extends Div implements RouterLayout {
    private static final long serialVersionUID = 1;
    private final Div place = new Div();

    public PublicLayout() {
        addClassName("public");
        Div pitch = new Div(name(), new H2(t("public.title")), new Paragraph(t("public.text")), points());
        pitch.addClassName("public-pitch");
        place.addClassName("public-place");
        Locale other = Locales.now().equals(Translations.SWAHILI) ? Locale.ENGLISH : Translations.SWAHILI;
        Button language = Buttons.plain("public-language", other.equals(Locale.ENGLISH) ? "English" : "Kiswahili", VaadinIcon.GLOBE, e -> Locales.choose(other));
        language.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        Button theme = Buttons.icon("public-theme", t("menu.theme"), VaadinIcon.ADJUST, e -> {});
        theme.getElement().executeJs("this.addEventListener('click', () => mtandaoTheme.toggle())");
        Div bar = new Div(language, theme);
        bar.addClassName("public-bar");
        Div side = new Div(bar, place);
        side.addClassName("public-side");
        add(pitch, side);
    }

    private static Component name() {
        Div name = new Div(new Image("VAADIN/static/mtandao/icon.svg", ""), new Span("Mtandao"));
        name.addClassName("public-name");
        return name;
    }

    private static Component points() {
        UnorderedList list = new UnorderedList();
        for (int i = 1; i <= 4; i++) list.add(new ListItem(VaadinIcon.CHECK_CIRCLE_O.create(), new Span(t("public.point" + i))));
        return list;
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        place.getElement().removeAllChildren();
        place.getElement().appendChild(content.getElement());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        Brand.paint(null);
    }
}

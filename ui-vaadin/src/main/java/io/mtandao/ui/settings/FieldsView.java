package io.mtandao.ui.settings;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.CustomField;
import io.mtandao.api.billing.CustomFields;
import io.mtandao.api.billing.CustomFields.Draft;
import io.mtandao.ui.access.Needs;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Ask;
import io.mtandao.ui.kit.Badge;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.EmptyState;
import io.mtandao.ui.kit.PageHeader;
import io.mtandao.ui.kit.Problems;
import io.mtandao.ui.kit.Texts;
import io.mtandao.ui.kit.Toast;
import io.mtandao.ui.shell.Area;
import io.mtandao.ui.shell.MainLayout;
import java.util.List;

/** The ISP's own fields on its subscribers, in their order. */
@Needs(Permission.SETTINGS_READ)
@Route(value = "subscriber-fields", layout = MainLayout.class)
public final class FieldsView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private final transient CustomFields fields;
    private final transient Who who;
    private final boolean write;
    private final Div list = new Div();

    public FieldsView(CustomFields fields, Who who) {
        this.fields = fields;
        this.who = who;
        write = who.may(Permission.SETTINGS_WRITE);
        list.setId("fields");
        list.addClassName("card");
        addClassNames("page", "form-wide");
        add(Area.SETTINGS.tabs(who, FieldsView.class), new PageHeader(t("fields.title"), t("fields.text"), write ? new Component[] {create("fields-new")} : new Component[0]), list);
        show();
    }

    private Button create(String id) {
        return Buttons.primary(id, t("fields.new"), VaadinIcon.PLUS, e -> new FieldForm(null).dialog(t("fields.new"), draft -> {
            fields.create(who.caller(), draft);
            done(t("fields.saved", draft.label()));
        }));
    }

    private void show() {
        list.removeAll();
        List<CustomField> all = fields.list(who.caller());
        for (int i = 0; i < all.size(); i++) list.add(row(all, i));
        if (all.isEmpty()) list.add(write ? new EmptyState(VaadinIcon.FORM, t("fields.none"), t("fields.noneText"), create("fields-empty-new"))
            : new EmptyState(VaadinIcon.FORM, t("fields.none"), t("fields.noneRead")));
    }

    private Div row(List<CustomField> all, int i) {
        CustomField f = all.get(i);
        Span label = new Span(f.label());
        label.addClassName("narrow-first");
        String choices = f.choices().isEmpty() ? "" : ": " + String.join(", ", f.choices());
        Span kind = new Span(Texts.of("fieldKind", f.kind()) + choices + " · " + f.key());
        kind.addClassName("narrow-second");
        Div words = new Div(label, kind);
        words.addClassName("edition-words");
        Div row = new Div(words);
        row.setId("field-" + f.key());
        row.addClassName("edition-row");
        if (f.required()) row.add(new Badge(t("fields.required"), Badge.Tone.INFO));
        if (!write) return row;
        String id = "field-" + f.key();
        Button up = Buttons.icon(id + "-up", t("plugins.up"), VaadinIcon.ARROW_UP, e -> move(f, all.get(i - 1).position()));
        up.setEnabled(i > 0);
        Button down = Buttons.icon(id + "-down", t("plugins.down"), VaadinIcon.ARROW_DOWN, e -> move(f, all.get(i + 1).position()));
        down.setEnabled(i < all.size() - 1);
        Div buttons = new Div(up, down, Buttons.icon(id + "-edit", t("action.edit"), VaadinIcon.EDIT, e -> edit(f)),
            Buttons.icon(id + "-delete", t("action.delete"), VaadinIcon.TRASH, e -> delete(f)));
        buttons.addClassName("row-buttons");
        row.add(buttons);
        return row;
    }

    private void move(CustomField f, int position) {
        if (Problems.attempt(() -> fields.update(who.caller(), f.id(), f.version(), new Draft(f.key(), f.label(), f.kind(), f.choices(), f.required(), position)))) show();
    }

    private void edit(CustomField f) {
        new FieldForm(f).dialog(t("fields.edit"), draft -> {
            fields.update(who.caller(), f.id(), f.version(), draft);
            done(t("fields.saved", draft.label()));
        });
    }

    private void delete(CustomField f) {
        Ask.first(t("fields.deleteTitle", f.label()), t("fields.deleteText"), t("action.delete"), true, () -> {
            fields.delete(who.caller(), f.id());
            done(t("fields.deleted", f.label()));
        });
    }

    private void done(String text) {
        Toast.ok(text);
        show();
    }

    @Override
    public String getPageTitle() {
        return t("fields.title");
    }
}

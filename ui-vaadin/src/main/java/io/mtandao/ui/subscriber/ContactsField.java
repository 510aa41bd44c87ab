package io.mtandao.ui.subscriber;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import io.mtandao.api.billing.Subscriber.Contact;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.Checks;
import java.util.ArrayList;
import java.util.List;

/** Others to call, as many as there are. */
final class ContactsField extends Div {
    private static final long serialVersionUID = 1;
    private static final int MOST = 20;
    private final transient Checks checks;
    private final transient List<Row> rows = new ArrayList<>();
    private final Div list = new Div();
    private int made;

    private record Row(Div frame, TextField name, TextField role, TextField phone, TextField email) {
        boolean isEmpty() {
            return name.isEmpty() && role.isEmpty() && phone.isEmpty() && email.isEmpty();
        }

        Contact contact() {
            return new Contact(name.getValue().trim(), orNull(role), orNull(phone), orNull(email));
        }

        private static String orNull(TextField f) {
            return f.getValue().isBlank() ? null : f.getValue().trim();
        }
    }

    ContactsField(Checks checks, List<Contact> old) {
        this.checks = checks;
        addClassName("contacts");
        add(list, Buttons.plain("sub-contact-add", t("subForm.contactAdd"), VaadinIcon.PLUS, e -> row(null).name().focus()));
        old.forEach(this::row);
    }

    private Row row(Contact old) {
        String id = "sub-contact-" + made;
        Row row = new Row(new Div(), field(id + "-name", "field.name"), field(id + "-role", "field.contactRole"), field(id + "-phone", "field.phone"), field(id + "-email", "field.email"));
        if (old != null) {
            row.name().setValue(old.name());
            row.role().setValue(old.role() == null ? "" : old.role());
            row.phone().setValue(old.phone() == null ? "" : old.phone());
            row.email().setValue(old.email() == null ? "" : old.email());
        }
        FormLayout form = new FormLayout(row.name(), row.role(), row.phone(), row.email());
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("24em", 2));
        row.frame().addClassName("contact-row");
        row.frame().add(form, Buttons.icon(id + "-remove", t("subForm.contactRemove"), VaadinIcon.TRASH, e -> remove(row)));
        check(row);
        rows.add(row);
        list.add(row.frame());
        made++;
        return row;
    }

    /** A row that was taken away again is judged no more; one that was left empty is no contact. */
    private void check(Row row) {
        String at = "contacts[" + made + "].";
        checks.text(at + "name", row.name(), v -> !rows.contains(row) || row.isEmpty() || !v.isEmpty() ? null : t("check.needed"), Checks.atMost(120))
            .text(at + "role", row.role(), Checks.atMost(60)).text(at + "phone", row.phone(), v -> rows.contains(row) ? Checks.phone().wrong(v) : null)
            .text(at + "email", row.email(), v -> rows.contains(row) ? Checks.email().wrong(v) : null);
        for (String part : List.of("name", "role", "phone", "email")) checks.alias("details." + at + part, at + part);
    }

    private void remove(Row row) {
        rows.remove(row);
        list.remove(row.frame());
    }

    List<Contact> contacts() {
        return rows.stream().filter(r -> !r.isEmpty()).limit(MOST).map(Row::contact).toList();
    }

    private static TextField field(String id, String label) {
        TextField f = new TextField(t(label));
        f.setId(id);
        return f;
    }
}

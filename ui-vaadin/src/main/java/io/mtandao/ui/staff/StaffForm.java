package io.mtandao.ui.staff;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import io.mtandao.api.Role;
import io.mtandao.api.tenant.Staff.Draft;
import io.mtandao.api.tenant.Staff.Member;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.FormDialog;
import io.mtandao.ui.kit.Texts;
import java.util.function.Consumer;

/** One of the ISP's people. Nobody sets a password for somebody else: a new account gets a one-time link. */
final class StaffForm extends FormLayout {
    private static final long serialVersionUID = 1;
    private final transient Checks checks = new Checks();
    private final transient Member old;
    private final TextField name = new TextField(t("field.fullName"));
    private final EmailField email = new EmailField(t("field.email"));
    private final TextField phone = new TextField(t("field.phone"));
    private final Select<Role> role = new Select<>();
    private final Span rights = new Span();

    /** @param old null for a new one */
    StaffForm(Member old) {
        this.old = old;
        setResponsiveSteps(new ResponsiveStep("0", 1), new ResponsiveStep("24em", 2));
        name.setId("staff-name");
        email.setId("staff-email");
        phone.setId("staff-phone");
        role.setId("staff-role");
        role.setLabel(t("field.role"));
        role.setItems(Role.values());
        role.setItemLabelGenerator(r -> Texts.of("role", r));
        role.addValueChangeListener(e -> rights.setText(e.getValue() == null ? "" : Texts.of("roleText", e.getValue())));
        rights.addClassName("narrow-second");
        checks.text("fullName", name, Checks.needed(), Checks.atMost(120)).text("email", email, Checks.needed(), Checks.email()).text("phone", phone, Checks.phone())
            .field("role", role, () -> role.isEmpty() ? t("check.needed") : null);
        add(name, email, phone, role, rights);
        setColspan(name, 2);
        setColspan(role, 2);
        setColspan(rights, 2);
        role.setValue(old == null ? Role.SUPPORT : old.role());
        if (old == null) return;
        name.setValue(old.fullName());
        email.setValue(old.email());
        phone.setValue(old.phone() == null ? "" : old.phone());
    }

    void dialog(String title, Consumer<Draft> save) {
        new FormDialog(title, this, t("action.save"), "staff-save", () -> checks.attempt(() -> save.accept(draft()))).open();
        name.focus();
    }

    private Draft draft() {
        return new Draft(name.getValue().trim(), email.getValue().trim(), phone.getValue().isBlank() ? null : phone.getValue().trim(), role.getValue(), old == null || old.active(), null);
    }
}

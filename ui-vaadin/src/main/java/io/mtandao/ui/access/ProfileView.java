package io.mtandao.ui.access;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.mtandao.api.Caller;
import io.mtandao.api.tenant.Staff;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.Facts;
import io.mtandao.ui.kit.PageHeader;
import io.mtandao.ui.kit.Toast;
import io.mtandao.ui.shell.MainLayout;

/** One's own account. */
@Route(value = "profile", layout = MainLayout.class)
public final class ProfileView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1;

    public ProfileView(Staff staff, Who who) {
        addClassNames("page", "narrow-page");
        Facts facts = new Facts().put(t("field.fullName"), who.caller().name()).put(t("profile.isp"), who.settings().name()).put(t("field.slug"), who.settings().slug())
            .put(t("profile.until"), who.formats().time(who.expiresAt()));
        Div me = new Div(facts);
        me.addClassName("card");
        add(new PageHeader(t("profile.title"), t("profile.text")), me);
        if (who.caller().kind() == Caller.Kind.STAFF) add(password(staff, who));
    }

    private static Div password(Staff staff, Who who) {
        PasswordField old = field("profile-old-password", t("profile.oldPassword"), Autocomplete.CURRENT_PASSWORD);
        PasswordField fresh = field("profile-new-password", t("field.newPassword"), Autocomplete.NEW_PASSWORD);
        fresh.setHelperText(t("register.passwordHelp"));
        PasswordField again = field("profile-again", t("field.passwordAgain"), Autocomplete.NEW_PASSWORD);
        Checks checks = new Checks().text("oldPassword", old, Checks.needed()).text("newPassword", fresh, Checks.needed(), Checks.atLeast(10))
            .text("again", again, v -> v.equals(fresh.getValue()) ? null : t("check.again"));
        Div card = new Div(new H2(t("profile.changePassword")), old, fresh, again, Buttons.primary("profile-save", t("profile.changePassword"), null, e -> {
            if (!checks.attempt(() -> staff.changePassword(who.caller(), old.getValue(), fresh.getValue()))) return;
            for (PasswordField f : new PasswordField[] {old, fresh, again}) {
                f.clear();
                f.setInvalid(false);
            }
            Toast.ok(t("profile.changed"));
        }));
        card.addClassNames("card", "stack");
        return card;
    }

    private static PasswordField field(String id, String label, Autocomplete autocomplete) {
        PasswordField f = new PasswordField(label);
        f.setId(id);
        f.setAutocomplete(autocomplete);
        return f;
    }

    @Override
    public String getPageTitle() {
        return t("profile.title");
    }
}

package io.mtandao.ui.access;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.mtandao.api.NotFound;
import io.mtandao.api.tenant.Staff;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.Toast;
import io.mtandao.ui.shell.PublicLayout;

/** Where a one-time link leads: {@code reset/<token>} or {@code reset?token=<token>}. */
@Open
@Route(value = "reset/:token?", layout = PublicLayout.class)
public final class ResetView extends FormPage implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private String token = "";

    public ResetView(Staff staff, Who who) {
        super("reset");
        PasswordField password = new PasswordField(t("field.newPassword"));
        password.setId("reset-password");
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        password.setHelperText(t("register.passwordHelp"));
        PasswordField again = new PasswordField(t("field.passwordAgain"));
        again.setId("reset-again");
        again.setAutocomplete(Autocomplete.NEW_PASSWORD);
        Checks checks = new Checks().text("newPassword", password, Checks.needed(), Checks.atLeast(10))
            .text("again", again, v -> v.equals(password.getValue()) ? null : t("check.again")).alias("password", "newPassword");
        Button submit = Buttons.primary("reset-submit", t("reset.submit"), null, e -> {
            try {
                if (!checks.attempt(() -> reset(staff, password.getValue(), who))) return;
            } catch (IllegalStateException over) {
                Toast.fail(t("reset.over"));
                return;
            }
            Toast.ok(t("reset.done"));
            getUI().ifPresent(ui -> ui.navigate(SignInView.class));
        });
        submit.addClickShortcut(Key.ENTER);
        add(password, again, submit);
        ways(way("reset-sign-in", t("forgot.back"), SignInView.class));
    }

    private void reset(Staff staff, String password, Who who) {
        try {
            staff.resetPassword(token, password, who.here());
        } catch (NotFound e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        token = event.getRouteParameters().get("token").or(() -> event.getLocation().getQueryParameters().getSingleParameter("token")).orElse("");
    }

    @Override
    public String getPageTitle() {
        return t("reset.title") + " · Mtandao";
    }
}

package io.mtandao.ui.access;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.tenant.Registrations;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.Toast;
import io.mtandao.ui.shell.PublicLayout;

/** An ISP comes in: one page, then it is signed in on its own dashboard. */
@Open
@Route(value = "register", layout = PublicLayout.class)
public final class RegisterView extends FormPage implements HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private final transient Registrations registrations;
    private final transient Who who;
    private final RegisterForm form = new RegisterForm();

    public RegisterView(Registrations registrations, Who who) {
        super("register");
        this.registrations = registrations;
        this.who = who;
        Button submit = Buttons.primary("reg-submit", t("register.submit"), null, e -> submit());
        submit.setDisableOnClick(true);
        submit.addClickShortcut(Key.ENTER);
        submit.addClickListener(e -> submit.setEnabled(true));
        add(form, submit);
        ways(way("reg-sign-in", t("register.signIn"), SignInView.class));
    }

    private void submit() {
        if (!form.checks().attempt(this::register)) return;
        who.signIn(form.isp().slug(), form.owner().email(), form.owner().password());
        Toast.ok(t("register.done", form.isp().name()));
        getUI().ifPresent(ui -> ui.navigate(""));
    }

    private void register() {
        try {
            registrations.register(form.isp(), form.owner(), who.here());
        } catch (Conflict e) {
            throw Invalid.field("isp.slug", t("register.slugTaken"));
        }
    }

    @Override
    public String getPageTitle() {
        return t("register.title") + " · Mtandao";
    }
}

package io.mtandao.ui.access;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.mtandao.api.Problem;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.Problems;
import io.mtandao.ui.kit.Toast;
import io.mtandao.ui.shell.PublicLayout;

/** Sign-in of an ISP's staff; leads on to where somebody wanted to go. */
@Open
@Route(value = Guard.SIGN_IN, layout = PublicLayout.class)
public final class SignInView extends FormPage implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private final transient Who who;
    private final transient Checks checks = new Checks();
    private final TextField isp = new TextField(t("field.isp"));
    private final EmailField email = new EmailField(t("field.email"));
    private final PasswordField password = new PasswordField(t("field.password"));
    private String to = "";

    public SignInView(Who who) {
        super("signIn");
        this.who = who;
        isp.setId("login-isp");
        isp.setHelperText(t("signIn.ispHelp"));
        isp.setAutocomplete(Autocomplete.ORGANIZATION);
        email.setId("login-email");
        email.setAutocomplete(Autocomplete.USERNAME);
        password.setId("login-password");
        password.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        checks.text("slug", isp, Checks.needed()).text("email", email, Checks.needed(), Checks.email()).text("password", password, Checks.needed());
        Button submit = Buttons.primary("login-submit", t("signIn.submit"), null, e -> submit());
        submit.setDisableOnClick(true);
        submit.addClickShortcut(Key.ENTER);
        submit.addClickListener(e -> submit.setEnabled(true));
        add(isp, email, password, submit);
        ways(way("login-forgot", t("signIn.forgot"), ForgotView.class), way("login-register", t("signIn.register"), RegisterView.class));
    }

    private void submit() {
        if (!checks.ok()) return;
        try {
            who.signIn(isp.getValue().trim(), email.getValue().trim(), password.getValue());
        } catch (io.mtandao.api.Unauthenticated e) {
            password.clear();
            password.setInvalid(true);
            password.setErrorMessage(t("signIn.wrong"));
            password.focus();
            return;
        } catch (Problem e) {
            Toast.fail(Problems.text(e));
            return;
        }
        getUI().ifPresent(ui -> {
            ui.getPage().executeJs("localStorage.setItem('mtandao-isp', $0)", isp.getValue().trim());
            ui.navigate(to);
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        to = Guard.safe(event.getLocation().getQueryParameters().getSingleParameter("to").orElse(""));
        event.getLocation().getQueryParameters().getSingleParameter("isp").ifPresent(isp::setValue);
        if (who.isSignedIn()) event.forwardTo("");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        if (!isp.isEmpty()) {
            email.focus();
            return;
        }
        isp.focus();
        event.getUI().getPage().executeJs("return localStorage.getItem('mtandao-isp') || ''").then(String.class, known -> {
            if (known.isEmpty() || !isp.isEmpty()) return;
            isp.setValue(known);
            email.focus();
        });
    }

    @Override
    public String getPageTitle() {
        return t("signIn.title") + " · Mtandao";
    }
}

package io.mtandao.ui.operator;

import static io.mtandao.ui.kit.Texts.t;

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
import io.mtandao.api.tenant.Operators;
import io.mtandao.ui.access.FormPage;
import io.mtandao.ui.access.Open;
import io.mtandao.ui.access.OperatorDesk;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.Toast;
import io.mtandao.ui.shell.PublicLayout;

/** The first start: who holds the link from the log makes the operator's account, once. */
@Open
@Route(value = "operator/start", layout = PublicLayout.class)
public final class StartView extends FormPage implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private final transient Operators operators;
    private final transient OperatorDesk desk;
    private final transient Checks checks = new Checks();
    private final TextField name = new TextField(t("field.fullName"));
    private final EmailField email = new EmailField(t("field.email"));
    private final PasswordField password = new PasswordField(t("field.password"));
    private String token = "";

    public StartView(Operators operators, OperatorDesk desk) {
        super("start");
        this.operators = operators;
        this.desk = desk;
        name.setId("start-name");
        email.setId("start-email");
        email.setAutocomplete(Autocomplete.EMAIL);
        password.setId("start-password");
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        password.setHelperText(t("register.passwordHelp"));
        checks.text("fullName", name, Checks.needed(), Checks.atMost(120)).text("email", email, Checks.needed(), Checks.email())
            .text("password", password, Checks.needed(), Checks.atLeast(10));
        Button submit = Buttons.primary("start-submit", t("start.submit"), null, e -> submit());
        submit.addClickShortcut(Key.ENTER);
        add(name, email, password, submit);
    }

    private void submit() {
        if (!checks.attempt(() -> operators.createFirst(token, name.getValue().trim(), email.getValue().trim(), password.getValue(), desk.here()))) return;
        desk.signIn(email.getValue().trim(), password.getValue());
        Toast.ok(t("start.done"));
        getUI().ifPresent(ui -> ui.navigate(IspsView.class));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        token = event.getLocation().getQueryParameters().getSingleParameter("token").orElse("");
        if (!operators.firstStart()) event.forwardTo(OperatorSignInView.class);
    }

    @Override
    public String getPageTitle() {
        return t("start.title") + " · Mtandao";
    }
}

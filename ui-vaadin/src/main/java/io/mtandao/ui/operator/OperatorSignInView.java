package io.mtandao.ui.operator;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.mtandao.api.Problem;
import io.mtandao.api.Unauthenticated;
import io.mtandao.api.tenant.Operators;
import io.mtandao.ui.access.FormPage;
import io.mtandao.ui.access.Guard;
import io.mtandao.ui.access.Open;
import io.mtandao.ui.access.OperatorDesk;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.Problems;
import io.mtandao.ui.shell.PublicLayout;

/** Sign-in of the platform's operator. */
@Open
@Route(value = Guard.OPERATOR_SIGN_IN, layout = PublicLayout.class)
public final class OperatorSignInView extends FormPage implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private final transient OperatorDesk desk;
    private final transient Checks checks = new Checks();
    private final EmailField email = new EmailField(t("field.email"));
    private final PasswordField password = new PasswordField(t("field.password"));

    public OperatorSignInView(Operators operators, OperatorDesk desk) {
        super("operatorSignIn");
        this.desk = desk;
        if (operators.firstStart()) {
            Div note = new Div(VaadinIcon.INFO_CIRCLE.create(), new Span(t("operatorSignIn.first")));
            note.setId("operator-first-start");
            note.addClassNames("note", "note-info");
            add(note);
        }
        email.setId("operator-email");
        email.setAutocomplete(Autocomplete.USERNAME);
        password.setId("operator-password");
        password.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        checks.text("email", email, Checks.needed(), Checks.email()).text("password", password, Checks.needed());
        Button submit = Buttons.primary("operator-submit", t("signIn.submit"), null, e -> submit());
        submit.addClickShortcut(Key.ENTER);
        add(email, password, submit);
    }

    private void submit() {
        if (!checks.ok()) return;
        try {
            desk.signIn(email.getValue().trim(), password.getValue());
        } catch (Unauthenticated e) {
            password.clear();
            password.setInvalid(true);
            password.setErrorMessage(t("operatorSignIn.wrong"));
            return;
        } catch (Problem e) {
            Problems.tell(e);
            return;
        }
        getUI().ifPresent(ui -> ui.navigate(IspsView.class));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (desk.isSignedIn()) event.forwardTo(IspsView.class);
    }

    @Override
    public String getPageTitle() {
        return t("operatorSignIn.title") + " · Mtandao";
    }
}

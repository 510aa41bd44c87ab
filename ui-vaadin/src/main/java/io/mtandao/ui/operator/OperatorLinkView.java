package io.mtandao.ui.operator;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.mtandao.api.NotFound;
import io.mtandao.api.tenant.OperatorAccounts;
import io.mtandao.api.tenant.OperatorAccounts.Link;
import io.mtandao.ui.access.FormPage;
import io.mtandao.ui.access.Open;
import io.mtandao.ui.access.OperatorDesk;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.Toast;
import io.mtandao.ui.shell.PublicLayout;

/** Where an operator's one-time link leads, handed over by another or found in the log: it makes an account or sets a password. */
@Open
@Route(value = "operator/link", layout = PublicLayout.class)
public final class OperatorLinkView extends FormPage implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private final transient OperatorAccounts accounts;
    private final transient OperatorDesk desk;
    private final transient Checks checks = new Checks();
    private final TextField name = new TextField(t("field.fullName"));
    private final EmailField email = new EmailField(t("field.email"));
    private final PasswordField password = new PasswordField(t("field.password"));
    private final Button submit = Buttons.primary("operator-link-submit", t("operatorLink.submit"), null, e -> submit());
    private final Paragraph over = new Paragraph(t("operatorLink.over"));
    private String token = "";

    public OperatorLinkView(OperatorAccounts accounts, OperatorDesk desk) {
        super("operatorLink");
        this.accounts = accounts;
        this.desk = desk;
        name.setId("operator-link-name");
        email.setId("operator-link-email");
        email.setReadOnly(true);
        email.setAutocomplete(Autocomplete.USERNAME);
        password.setId("operator-link-password");
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        password.setHelperText(t("register.passwordHelp"));
        over.setId("operator-link-over");
        over.addClassName("note-bad");
        checks.text("fullName", name, v -> name.isVisible() ? Checks.needed().wrong(v) : null, Checks.atMost(120))
            .text("password", password, Checks.needed(), Checks.atLeast(10));
        submit.addClickShortcut(Key.ENTER);
        add(email, name, password, submit, over);
        ways(way("operator-link-sign-in", t("signIn.title"), OperatorSignInView.class));
    }

    private void submit() {
        boolean[] gone = new boolean[1];
        boolean done = checks.attempt(() -> {
            try {
                accounts.use(token, name.isVisible() ? name.getValue().trim() : null, password.getValue(), desk.here());
            } catch (NotFound e) {
                gone[0] = true;
            }
        });
        if (!done) return;
        if (gone[0]) {
            show(null);
            return;
        }
        desk.signIn(email.getValue(), password.getValue());
        Toast.ok(t("operatorLink.done"));
        getUI().ifPresent(ui -> ui.navigate(IspsView.class));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        token = event.getLocation().getQueryParameters().getSingleParameter("token").orElse("");
        try {
            show(accounts.look(token));
        } catch (NotFound e) {
            show(null);
        }
    }

    /** @param link null when it is good for nothing any more */
    private void show(Link link) {
        over.setVisible(link == null);
        for (var part : new com.vaadin.flow.component.Component[] {email, password, submit}) part.setVisible(link != null);
        name.setVisible(link != null && link.newAccount());
        email.setValue(link == null ? "" : link.email());
    }

    @Override
    public String getPageTitle() {
        return t("operatorLink.title") + " · Mtandao";
    }
}

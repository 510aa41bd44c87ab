package io.mtandao.ui.operator;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.router.Route;
import io.mtandao.api.tenant.OperatorAccounts;
import io.mtandao.api.tenant.OperatorAccounts.Account;
import io.mtandao.ui.access.ForOperator;
import io.mtandao.ui.access.OperatorDesk;
import io.mtandao.ui.kit.Ask;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.Copy;
import io.mtandao.ui.kit.Facts;
import io.mtandao.ui.kit.FormDialog;
import io.mtandao.ui.kit.InfoDialog;
import io.mtandao.ui.kit.ListPage;
import io.mtandao.ui.kit.Problems;
import io.mtandao.ui.kit.Toast;
import java.time.Clock;

/** The platform's own people: who else comes in, who lost the password, who is to come in no more. */
@ForOperator
@Route(value = "operator/operators", layout = OperatorLayout.class)
public final class OperatorsView extends ListPage {
    private static final long serialVersionUID = 1;
    private final transient OperatorAccounts accounts;
    private final transient OperatorDesk desk;
    private final OperatorsGrid grid;

    public OperatorsView(OperatorAccounts accounts, OperatorDesk desk, Clock clock) {
        super("operators");
        this.accounts = accounts;
        this.desk = desk;
        search("operators-search", t("operators.search"));
        grid = new OperatorsGrid(accounts, desk, clock);
        grid.onOpen(this::open);
        onFilter(filters -> grid.source().filter(searched(), filters));
        build(grid, Buttons.primary("operators-invite", t("operators.invite"), VaadinIcon.PLUS, e -> invite()));
    }

    private void invite() {
        EmailField email = new EmailField(t("field.email"));
        email.setId("operator-invite-email");
        email.setWidthFull();
        Checks checks = new Checks().text("email", email, Checks.needed(), Checks.email());
        new FormDialog(t("operators.invite"), new Div(new Paragraph(t("operators.inviteText")), email), t("operators.makeLink"), "operator-invite-submit",
            () -> checks.attempt(() -> show(email.getValue().trim(), accounts.invite(desk.operator(), email.getValue().trim())))).open();
        email.focus();
    }

    private static void show(String whose, String path) {
        new InfoDialog(t("operators.linkTitle", whose), new Paragraph(t("operators.linkText")), new Copy("operator-one-time-link", t("staff.link"), path)).open();
    }

    private void open(Account a) {
        InfoDialog d = new InfoDialog(a.fullName(), new Facts().put(t("field.email"), a.email()).put(t("field.state"), OperatorsGrid.state(a)));
        if (a.id() != desk.operator().id()) {
            if (a.active()) {
                d.actions(Buttons.danger("operator-deactivate", t("staff.deactivate"), VaadinIcon.BAN, e -> Ask.first(t("staff.deactivateTitle", a.fullName()), t("operators.deactivateText"),
                    t("staff.deactivate"), true, () -> {
                        accounts.deactivate(desk.operator(), a.id());
                        done(d, t("staff.deactivated", a.fullName()));
                    })), Buttons.plain("operator-password-link", t("operators.passwordLink"), VaadinIcon.LINK, e -> Problems.attempt(() -> {
                        d.close();
                        show(a.fullName(), accounts.passwordLink(desk.operator(), a.id()));
                    })));
            } else {
                d.actions(Buttons.primary("operator-reactivate", t("staff.activate"), VaadinIcon.CHECK, e -> Problems.attempt(() -> {
                    accounts.reactivate(desk.operator(), a.id());
                    done(d, t("staff.activated", a.fullName()));
                })));
            }
        }
        d.open();
    }

    private void done(InfoDialog around, String text) {
        around.close();
        Toast.ok(text);
        grid.reload();
    }
}

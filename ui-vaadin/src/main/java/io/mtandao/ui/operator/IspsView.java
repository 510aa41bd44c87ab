package io.mtandao.ui.operator;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Route;
import io.mtandao.api.tenant.Operators;
import io.mtandao.api.tenant.Operators.Isp;
import io.mtandao.ui.access.ForOperator;
import io.mtandao.ui.access.OperatorDesk;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Ask;
import io.mtandao.ui.kit.Badge;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.Facts;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.InfoDialog;
import io.mtandao.ui.kit.ListPage;
import io.mtandao.ui.kit.Toast;
import java.time.Clock;
import java.util.Arrays;

/** The operator's view of the platform: its ISPs, their state and size, and the two things he may do about one. */
@ForOperator
@Route(value = "operator", layout = OperatorLayout.class)
public final class IspsView extends ListPage {
    private static final long serialVersionUID = 1;
    private final transient Operators operators;
    private final transient OperatorDesk desk;
    private final transient Who who;
    private final IspsGrid grid;

    public IspsView(Operators operators, OperatorDesk desk, Who who, Clock clock) {
        super("isps");
        this.operators = operators;
        this.desk = desk;
        this.who = who;
        search("isps-search", t("isps.search"));
        choice("isps-state", "state", t("filter.allStates"), "ispState", Arrays.asList(Operators.State.values()));
        grid = new IspsGrid(operators, desk, clock);
        grid.onOpen(this::open);
        onFilter(filters -> grid.source().filter(searched(), filters));
        build(grid);
    }

    private void open(Isp isp) {
        InfoDialog d = new InfoDialog(isp.name(), new Facts().put(t("field.slug"), isp.slug()).put(t("field.state"), Badge.of("ispState", isp.state()))
            .put(t("menu.subscribers"), Formats.count(isp.subscribers())).put(t("menu.staff"), Formats.count(isp.staff())).put(t("isps.id"), isp.id().value()), new Div());
        var act = Buttons.plain("isp-impersonate", t("isps.act"), VaadinIcon.EYE, e -> {
            d.close();
            act(isp);
        });
        if (isp.state() == Operators.State.ACTIVE) {
            d.actions(Buttons.danger("isp-suspend", t("isps.suspend"), VaadinIcon.BAN, e -> {
                d.close();
                suspend(isp);
            }), act);
        } else {
            d.actions(Buttons.primary("isp-reactivate", t("isps.reactivate"), VaadinIcon.CHECK, e -> Ask.first(t("isps.reactivateTitle", isp.name()), t("isps.reactivateText"), t("isps.reactivate"), false, () -> {
                operators.reactivate(desk.operator(), isp.id());
                d.close();
                done(t("isps.reactivated", isp.name()));
            })));
        }
        d.open();
    }

    private void suspend(Isp isp) {
        ReasonDialog.ask(t("isps.suspendTitle", isp.name()), t("isps.suspendText"), t("isps.suspend"), "isp-suspend-submit", reason -> {
            operators.suspend(desk.operator(), isp.id(), reason);
            done(t("isps.suspended", isp.name()));
        });
    }

    private void act(Isp isp) {
        ReasonDialog.askForTime(t("isps.actTitle", isp.name()), t("isps.actText"), t("isps.act"), "isp-impersonate-submit", (reason, minutes) -> {
            if (who.isSignedIn()) who.signOut();
            who.enter(operators.impersonate(desk.operator(), isp.id(), minutes, reason), reason);
            getUI().ifPresent(ui -> ui.navigate(""));
        });
    }

    private void done(String text) {
        Toast.ok(text);
        grid.reload();
    }
}

package io.mtandao.ui.operator;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HighlightConditions;
import com.vaadin.flow.router.RouterLink;
import io.mtandao.ui.access.Guard;
import io.mtandao.ui.access.OperatorDesk;
import io.mtandao.ui.shell.Brand;
import io.mtandao.ui.shell.UserMenu;

/** Around the pages of the platform's operator. */
public final class OperatorLayout extends AppLayout {
    private static final long serialVersionUID = 1;

    public OperatorLayout(OperatorDesk desk) {
        Div name = new Div(new Image("VAADIN/static/mtandao/icon.svg", ""), new Span("Mtandao"));
        name.addClassName("public-name");
        Span role = new Span(t("operator.role"));
        role.addClassNames("badge", "badge-info");
        Nav ways = new Nav(way("operator-isps", t("isps.title"), IspsView.class), way("operator-operators", t("operators.title"), OperatorsView.class),
            way("operator-audit", t("audit.title"), PlatformAuditView.class));
        ways.addClassName("operator-ways");
        Div gap = new Div();
        gap.addClassName("operator-gap");
        Div bar = new Div(name, role, ways, gap, new UserMenu(desk.operator().fullName(), desk.operator().email(), null, () -> {
            desk.signOut();
            getUI().ifPresent(ui -> ui.navigate(Guard.OPERATOR_SIGN_IN));
        }));
        bar.addClassNames("top-bar", "operator-bar");
        addToNavbar(bar);
    }

    private static RouterLink way(String id, String text, Class<? extends Component> view) {
        RouterLink link = new RouterLink(text, view);
        link.setId(id);
        link.setHighlightCondition(HighlightConditions.sameLocation());
        return link;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        Brand.paint(null);
    }
}

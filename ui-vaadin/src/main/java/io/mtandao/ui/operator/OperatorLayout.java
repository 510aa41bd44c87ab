package io.mtandao.ui.operator;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
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
        Div gap = new Div();
        gap.addClassName("operator-gap");
        Div bar = new Div(name, role, gap, new UserMenu(desk.operator().fullName(), desk.operator().email(), null, () -> {
            desk.signOut();
            getUI().ifPresent(ui -> ui.navigate(Guard.OPERATOR_SIGN_IN));
        }));
        bar.addClassNames("top-bar", "operator-bar");
        addToNavbar(bar);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        Brand.paint(null);
    }
}

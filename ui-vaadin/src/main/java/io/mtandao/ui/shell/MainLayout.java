package io.mtandao.ui.shell;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.orderedlayout.Scroller;
import io.mtandao.api.Caller;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.Subscribers;
import io.mtandao.ui.access.Guard;
import io.mtandao.ui.access.ProfileView;
import io.mtandao.ui.access.Who;

/** Around every page of an ISP's staff: brand and menu at the left, search and oneself on top. */
public final class MainLayout extends AppLayout {
    private static final long serialVersionUID = 1;
    private final transient Who who;
    private final Div brand = new Div();

    public MainLayout(Who who, Subscribers subscribers) {
        this.who = who;
        Caller caller = who.caller();
        setPrimarySection(Section.DRAWER);
        brand.add(Brand.mark(who.settings()));
        addToDrawer(brand, new Scroller(new Menu(caller)));
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel(t("menu.toggle"));
        Div bar = new Div(toggle);
        bar.addClassName("top-bar");
        if (caller.may(Permission.SUBSCRIBERS_READ)) bar.add(new GlobalSearch(subscribers, who));
        Div gap = new Div();
        gap.addClassName("top-gap");
        bar.add(gap, new UserMenu(caller.name(), who.settings().name(), () -> getUI().ifPresent(ui -> ui.navigate(ProfileView.class)), this::signOut));
        addToNavbar(bar);
        if (who.acting() != null) addToNavbar(new ActingBanner(who));
    }

    private void signOut() {
        boolean acting = who.acting() != null;
        who.signOut();
        getUI().ifPresent(ui -> ui.navigate(acting ? "operator" : Guard.SIGN_IN));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        Brand.paint(who.settings().primaryColour());
        ComponentUtil.addListener(event.getUI(), BrandChanged.class, e -> {
            brand.removeAll();
            brand.add(Brand.mark(who.settings()));
            Brand.paint(who.settings().primaryColour());
        });
    }
}

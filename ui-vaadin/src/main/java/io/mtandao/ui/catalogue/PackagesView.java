package io.mtandao.ui.catalogue;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Route;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.Charging;
import io.mtandao.api.billing.Packages;
import io.mtandao.api.billing.ServiceType;
import io.mtandao.ui.access.Needs;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.EmptyState;
import io.mtandao.ui.kit.ListPage;
import io.mtandao.ui.shell.Area;
import io.mtandao.ui.shell.MainLayout;
import java.util.Arrays;
import java.util.Map;

/** What the ISP sells. */
@Needs(Permission.PACKAGES_READ)
@Route(value = "packages", layout = MainLayout.class)
public final class PackagesView extends ListPage {
    private static final long serialVersionUID = 1;

    public PackagesView(Packages packages, Who who) {
        super("packages");
        boolean write = who.may(Permission.PACKAGES_WRITE);
        PackagesGrid grid = new PackagesGrid(packages, who, write ? new EmptyState(VaadinIcon.PACKAGE, t("packages.none"), t("packages.noneText"), create("packages-empty-new"))
            : new EmptyState(VaadinIcon.PACKAGE, t("packages.none"), t("packages.noneRead")));
        choice("packages-service", "service", t("packages.allServices"), "serviceType", Arrays.asList(ServiceType.values()));
        choice("packages-charging", "charging", t("packages.allCharging"), "charging", Arrays.asList(Charging.values()));
        archived("packages-archived");
        onFilter(filters -> grid.source().filter(null, filters));
        grid.source().filter(null, Map.of("archived", "false"));
        grid.onOpen(p -> getUI().ifPresent(ui -> ui.navigate(PackageView.class, Long.toString(p.id()))));
        tabs(Area.CATALOGUE.tabs(who, PackagesView.class));
        build(grid, write ? new Component[] {create("packages-new")} : new Component[0]);
    }

    private Button create(String id) {
        return Buttons.primary(id, t("packages.new"), VaadinIcon.PLUS, e -> getUI().ifPresent(ui -> ui.navigate(PackageView.class, PackageView.NEW)));
    }
}

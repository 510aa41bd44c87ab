package io.mtandao.ui.catalogue;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Route;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.Packages;
import io.mtandao.ui.access.Needs;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.EmptyState;
import io.mtandao.ui.kit.ListPage;
import io.mtandao.ui.kit.Toast;
import io.mtandao.ui.shell.MainLayout;
import java.util.Map;

/** What the ISP sells. */
@Needs(Permission.PACKAGES_READ)
@Route(value = "packages", layout = MainLayout.class)
public final class PackagesView extends ListPage {
    private static final long serialVersionUID = 1;
    private final transient Packages packages;
    private final transient Who who;
    private final PackagesGrid grid;

    public PackagesView(Packages packages, Who who) {
        super("packages");
        this.packages = packages;
        this.who = who;
        boolean write = who.may(Permission.PACKAGES_WRITE);
        grid = new PackagesGrid(packages, who, write ? new EmptyState(VaadinIcon.PACKAGE, t("packages.none"), t("packages.noneText"), create("packages-empty-new"))
            : new EmptyState(VaadinIcon.PACKAGE, t("packages.none"), t("packages.noneRead")));
        Checkbox archived = new Checkbox(t("packages.showArchived"));
        archived.setId("packages-archived");
        archived.addValueChangeListener(e -> changed());
        filter("archived", archived, () -> archived.getValue() ? null : "false");
        onFilter(filters -> grid.source().filter(null, filters));
        grid.source().filter(null, Map.of("archived", "false"));
        if (write) grid.onOpen(this::edit);
        build(grid, write ? new Component[] {create("packages-new")} : new Component[0]);
    }

    private Button create(String id) {
        return Buttons.primary(id, t("packages.new"), VaadinIcon.PLUS, e -> new PackageForm(null, who.settings().currency()).dialog(t("packages.new"), draft -> {
            packages.create(who.caller(), draft);
            done(t("packages.created", draft.name()));
        }));
    }

    private void edit(InternetPackage p) {
        PackageDialogs.edit(p, who.settings().currency(), draft -> {
            packages.update(who.caller(), p.id(), p.version(), draft);
            done(t("packages.saved", draft.name()));
        }, () -> {
            packages.delete(who.caller(), p.id());
            done(t("packages.deleted", p.name()));
        });
    }

    private void done(String text) {
        Toast.ok(text);
        grid.reload();
    }
}

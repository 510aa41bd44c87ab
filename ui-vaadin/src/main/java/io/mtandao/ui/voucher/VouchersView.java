package io.mtandao.ui.voucher;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Route;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.Charging;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.Packages;
import io.mtandao.api.billing.Subscribers;
import io.mtandao.api.billing.Taxes;
import io.mtandao.api.voucher.Vouchers;
import io.mtandao.ui.access.Needs;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Background;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.EmptyState;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.ListPage;
import io.mtandao.ui.kit.Toast;
import io.mtandao.ui.shell.Area;
import io.mtandao.ui.shell.MainLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Vouchers by the batch: made, printed, followed. */
@Needs(Permission.VOUCHERS_READ)
@Route(value = "vouchers", layout = MainLayout.class)
public final class VouchersView extends ListPage {
    private static final long serialVersionUID = 1;
    private final transient Vouchers vouchers;
    private final transient Packages packages;
    private final transient Taxes taxes;
    private final transient Who who;
    private final transient Background background;

    public VouchersView(Vouchers vouchers, Packages packages, Taxes taxes, Subscribers subscribers, Who who, Background background) {
        super("vouchers");
        this.vouchers = vouchers;
        this.packages = packages;
        this.taxes = taxes;
        this.who = who;
        this.background = background;
        boolean write = who.may(Permission.VOUCHERS_WRITE);
        BatchesGrid grid = new BatchesGrid(vouchers, who, empty(write));
        search("vouchers-search", t("vouchers.search"));
        if (who.may(Permission.PACKAGES_READ)) packages(packages());
        onFilter(filters -> grid.source().filter(searched(), filters));
        grid.onOpen(b -> getUI().ifPresent(ui -> ui.navigate(VoucherBatchView.class, b.id())));
        List<Component> actions = new ArrayList<>();
        if (Redemption.isFor(who)) {
            Redemption redemption = new Redemption(vouchers, subscribers, who);
            actions.add(Buttons.plain("voucher-redeem", t("vouchers.redeem"), VaadinIcon.CHECK_CIRCLE_O, e -> redemption.ofAnybody(grid::reload)));
        }
        if (write) actions.add(create("vouchers-new"));
        tabs(Area.VOUCHERS.tabs(who, VouchersView.class));
        build(grid, actions.toArray(Component[]::new));
    }

    private EmptyState empty(boolean write) {
        if (!write) return new EmptyState(VaadinIcon.TICKET, t("vouchers.none"), t("vouchers.noneRead"));
        return new EmptyState(VaadinIcon.TICKET, t("vouchers.none"), t("vouchers.noneText"), create("vouchers-empty-new"));
    }

    private void packages(List<InternetPackage> all) {
        ComboBox<InternetPackage> box = new ComboBox<>();
        box.setId("vouchers-package");
        box.setItems(all);
        box.setItemLabelGenerator(InternetPackage::name);
        box.setPlaceholder(t("vouchers.allPackages"));
        box.setAriaLabel(t("field.package"));
        box.setClearButtonVisible(true);
        box.addValueChangeListener(e -> changed());
        filter("packageId", box, () -> box.isEmpty() ? null : Long.toString(box.getValue().id()));
    }

    private List<InternetPackage> packages() {
        return packages.list(who.caller(), new ListQuery(null, Map.of("archived", "false"), "name", ListQuery.MOST, null)).items();
    }

    private Button create(String id) {
        return Buttons.primary(id, t("vouchers.new"), VaadinIcon.PLUS, e -> {
            List<InternetPackage> sellable = packages().stream().filter(p -> p.terms().charging() == Charging.PREPAID)
                .filter(p -> p.price() != null && p.price().isPositive()).toList();
            new BatchForm(sellable, this::withTax, who.formats()).open(this, vouchers, who, background, made -> {
                Toast.ok(t("vouchers.created", Formats.count(made.count())));
                getUI().ifPresent(ui -> ui.navigate(VoucherBatchView.class, made.id()));
            });
        });
    }

    private Money withTax(InternetPackage p) {
        return p.terms().taxIncluded() ? p.price() : taxes.withTax(who.caller(), p.price(), p.terms().taxCode());
    }
}

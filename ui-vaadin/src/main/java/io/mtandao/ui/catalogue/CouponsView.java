package io.mtandao.ui.catalogue;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Route;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.Coupon;
import io.mtandao.api.billing.Coupons;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.Packages;
import io.mtandao.ui.access.Needs;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Ask;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.Copy;
import io.mtandao.ui.kit.EmptyState;
import io.mtandao.ui.kit.FormDialog;
import io.mtandao.ui.kit.InfoDialog;
import io.mtandao.ui.kit.ListPage;
import io.mtandao.ui.kit.Toast;
import io.mtandao.ui.shell.Area;
import io.mtandao.ui.shell.MainLayout;
import java.util.List;
import java.util.Map;

/** Codes that make bills smaller. */
@Needs(Permission.PACKAGES_READ)
@Route(value = "coupons", layout = MainLayout.class)
public final class CouponsView extends ListPage {
    private static final long serialVersionUID = 1;
    private final transient Coupons coupons;
    private final transient Packages packages;
    private final transient Who who;
    private final CouponsGrid grid;

    public CouponsView(Coupons coupons, Packages packages, Who who) {
        super("coupons");
        this.coupons = coupons;
        this.packages = packages;
        this.who = who;
        boolean write = who.may(Permission.PACKAGES_WRITE);
        grid = new CouponsGrid(coupons, packages(), who, write ? new EmptyState(VaadinIcon.GIFT, t("coupons.none"), t("coupons.noneText"), create("coupons-empty-new"))
            : new EmptyState(VaadinIcon.GIFT, t("coupons.none"), t("coupons.noneRead")));
        search("coupons-search", t("coupons.search"));
        archived("coupons-archived");
        onFilter(filters -> grid.source().filter(searched(), filters));
        grid.source().filter(null, Map.of("archived", "false"));
        if (write) grid.onOpen(c -> edit(coupons.get(who.caller(), c.id())));
        tabs(Area.CATALOGUE.tabs(who, CouponsView.class));
        build(grid, write ? new Component[] {create("coupons-new")} : new Component[0]);
    }

    private List<InternetPackage> packages() {
        return packages.list(who.caller(), new ListQuery(null, Map.of(), "name", ListQuery.MOST, null)).items();
    }

    private Button create(String id) {
        return Buttons.primary(id, t("coupons.new"), VaadinIcon.PLUS, e -> new CouponForm(null, packages(), who.formats()).dialog(t("coupons.new"), draft -> {
            Coupon made = coupons.create(who.caller(), draft);
            grid.reload();
            new InfoDialog(t("coupons.madeTitle"), new Paragraph(t("coupons.madeText")), new Copy("coupon-made", t("coupons.code"), made.code())).open();
        }));
    }

    private void edit(Coupon c) {
        FormDialog dialog = new CouponForm(c, packages(), who.formats()).dialog(t("coupons.edit", c.code()), draft -> {
            coupons.update(who.caller(), c.id(), c.version(), draft);
            done(t("coupons.saved", c.code()));
        });
        if (!c.archived()) dialog.getFooter().getElement().insertChild(0, Buttons.danger("coupon-delete", t(c.redeemed() > 0 ? "packages.archive" : "action.delete"), VaadinIcon.TRASH,
            e -> Ask.first(t("coupons.deleteTitle", c.code()), t(c.redeemed() > 0 ? "coupons.archiveText" : "coupons.deleteText"), t("coupons.end"), true, () -> {
                coupons.delete(who.caller(), c.id());
                dialog.close();
                done(t("coupons.deleted", c.code()));
            })).getElement());
    }

    private void done(String text) {
        Toast.ok(text);
        grid.reload();
    }
}

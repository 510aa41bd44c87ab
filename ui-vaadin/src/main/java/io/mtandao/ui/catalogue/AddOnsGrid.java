package io.mtandao.ui.catalogue;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Component;
import io.mtandao.api.billing.AddOn;
import io.mtandao.api.billing.AddOns;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Badge;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.KeysetDataProvider;
import io.mtandao.ui.kit.ListGrid;
import io.mtandao.ui.kit.Texts;

/** Add-ons with their price and how they are charged. */
final class AddOnsGrid extends ListGrid<AddOn> {
    private static final long serialVersionUID = 1;

    AddOnsGrid(AddOns addOns, TaxesToday taxes, Who who, Component whenEmpty) {
        super("add-ons-grid");
        Formats f = who.formats();
        wide("name", t("field.name"), AddOn::name).setFlexGrow(2).setSortProperty("name").setSortable(true);
        wideMoney("price", t("packages.price", f.currency()), a -> f.number(a.price()));
        wide("kind", t("addOns.charged"), AddOnsGrid::charged);
        wide("tax", t("taxes.tax"), a -> taxes.taxed(a.taxCode()) ? t(a.taxIncluded() ? "packages.withTax" : "packages.plusTax", taxes.text(a.taxCode())) : t("taxes.noTax"));
        wideComponent("state", t("field.state"), AddOnsGrid::state);
        narrow(AddOn::name, a -> f.money(a.price()) + " · " + charged(a), AddOnsGrid::state);
        source(new KeysetDataProvider<>(q -> addOns.list(who.caller(), q), null, AddOn::id), whenEmpty);
    }

    private static String charged(AddOn a) {
        AddOnForm.Kind kind = AddOnForm.Kind.of(a);
        return kind == AddOnForm.Kind.DATA ? t("addOns.moreData", DataField.text(a.dataMegabytes())) : Texts.of("addOnKind", kind);
    }

    private static Badge state(AddOn a) {
        return a.archived() ? new Badge(t("packages.archived"), Badge.Tone.PLAIN) : new Badge(t("packages.sold"), Badge.Tone.GOOD);
    }
}

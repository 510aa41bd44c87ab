package io.mtandao.ui.shadow;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import io.mtandao.api.Money;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.Packages.Edition;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.MoneyField;
import io.mtandao.ui.kit.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What is assumed of single packages: another price, or another of its editions. */
final class PackageRows extends Div {
    private static final long serialVersionUID = 1;
    private static final String NAMES = "packages";
    private final transient List<Row> rows = new ArrayList<>();
    private final Div lines = new Div();
    private final transient List<InternetPackage> packages;
    private final transient Function<InternetPackage, List<Edition>> editions;
    private final transient Formats formats;
    private final transient Checks checks;
    private int made;

    /** Which of the two. */
    enum Other {
        PRICE,
        EDITION
    }

    private record Row(Div line, ComboBox<InternetPackage> pack, Select<Other> other, MoneyField price, Select<Edition> edition) {}

    PackageRows(List<InternetPackage> packages, Function<InternetPackage, List<Edition>> editions, Formats formats, Checks checks) {
        this.packages = packages;
        this.editions = editions;
        this.formats = formats;
        this.checks = checks;
        add(lines, Buttons.plain("shadow-add", t("shadow.add"), VaadinIcon.PLUS, e -> row()));
    }

    private void row() {
        String id = "shadow-" + rows.size();
        String name = NAMES + "." + made++ + ".";
        ComboBox<InternetPackage> pack = new ComboBox<>(t("field.package"));
        pack.setId(id + "-package");
        pack.setItems(packages);
        pack.setItemLabelGenerator(InternetPackage::name);
        Select<Other> other = new Select<>();
        other.setId(id + "-other");
        other.setLabel(t("shadow.other"));
        other.setItems(Other.values());
        other.setItemLabelGenerator(o -> Texts.of("shadowOther", o));
        MoneyField price = new MoneyField(t("field.price"), formats.currency());
        price.setId(id + "-price");
        Select<Edition> edition = new Select<>();
        edition.setId(id + "-edition");
        edition.setLabel(t("shadow.edition"));
        edition.setItemLabelGenerator(e -> e == null ? "" : t("shadow.editionNamed", e.number(), formats.number(e.price())));
        Div line = new Div(pack, other, price, edition);
        line.addClassName("fair-row");
        Row row = new Row(line, pack, other, price, edition);
        line.add(Buttons.icon(id + "-remove", t("shadow.remove"), VaadinIcon.CLOSE_SMALL, e -> {
            rows.remove(row);
            lines.remove(line);
            checks.forget(name);
        }));
        pack.addValueChangeListener(e -> chosen(row));
        other.addValueChangeListener(e -> show(row));
        other.setValue(Other.PRICE);
        checks.field(name + "package", pack, () -> pack.isEmpty() ? t("check.needed") : twice(row) ? t("shadow.twice") : null)
            .text(name + "price", price, v -> other.getValue() == Other.PRICE ? price.wrong() : null)
            .field(name + "edition", edition, () -> other.getValue() == Other.EDITION && edition.isEmpty() ? t("check.needed") : null);
        rows.add(row);
        lines.add(line);
    }

    private void chosen(Row row) {
        InternetPackage p = row.pack().getValue();
        row.edition().setItems(p == null ? List.of() : editions.apply(p));
        row.price().setHelperText(p == null ? null : t("shadow.priceNow", formats.money(p.price())));
    }

    private static void show(Row row) {
        row.price().setVisible(row.other().getValue() == Other.PRICE);
        row.edition().setVisible(row.other().getValue() == Other.EDITION);
    }

    private boolean twice(Row row) {
        return rows.stream().anyMatch(r -> r != row && !r.pack().isEmpty() && r.pack().getValue().id() == row.pack().getValue().id());
    }

    Map<Long, Money> prices() {
        Map<Long, Money> out = new LinkedHashMap<>();
        rows.stream().filter(r -> r.other().getValue() == Other.PRICE).forEach(r -> out.put(r.pack().getValue().id(), r.price().money()));
        return out;
    }

    Map<Long, Integer> editions() {
        Map<Long, Integer> out = new LinkedHashMap<>();
        rows.stream().filter(r -> r.other().getValue() == Other.EDITION).forEach(r -> out.put(r.pack().getValue().id(), r.edition().getValue().number()));
        return out;
    }
}

package io.mtandao.ui.voucher;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import io.mtandao.api.Caller;
import io.mtandao.api.Money;
import io.mtandao.api.Problem;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.voucher.VoucherBatch;
import io.mtandao.api.voucher.Vouchers;
import io.mtandao.api.voucher.Vouchers.BatchDraft;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Background;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.FormDialog;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.MoneyField;
import io.mtandao.ui.kit.Texts;
import io.mtandao.ui.kit.Toast;
import io.mtandao.ui.kit.WholeField;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** A new batch: what each voucher brings, how many, how long they may be sold. */
final class BatchForm extends FormLayout {
    private static final long serialVersionUID = 1;
    private static final int MOST = 10_000;

    /** What a voucher brings. */
    enum Kind {
        PACKAGE,
        MONEY
    }

    private final transient Checks checks = new Checks();
    private final transient Formats formats;
    private final transient Function<InternetPackage, Money> price;
    private final TextField name = new TextField(t("field.name"));
    private final RadioButtonGroup<Kind> kind = new RadioButtonGroup<>(t("vouchers.worth"));
    private final ComboBox<InternetPackage> pack = new ComboBox<>(t("field.package"));
    private final MoneyField value;
    private final WholeField count = new WholeField("batch-count", t("vouchers.count"), 1, MOST);
    private final TextField prefix = new TextField(t("vouchers.prefix"));
    private final WholeField shelf = new WholeField("batch-shelf", t("vouchers.shelf"), 1, 3650).optional().of(t("settings.days"));
    private final WholeField devices = new WholeField("batch-devices", t("vouchers.devices"), 1, 100).optional();
    private final WholeField length = new WholeField("batch-length", t("vouchers.length"), 8, 16);
    private final Span sum = new Span();
    private final ProgressBar busy = new ProgressBar();

    /** @param price what one period costs with its tax */
    BatchForm(List<InternetPackage> sellable, Function<InternetPackage, Money> price, Formats formats) {
        this.formats = formats;
        this.price = price;
        setResponsiveSteps(new ResponsiveStep("0", 1), new ResponsiveStep("24em", 2));
        value = new MoneyField(t("vouchers.value"), formats.currency());
        value.setId("batch-value");
        name.setId("batch-name");
        name.setHelperText(t("vouchers.nameHelp"));
        kind.setId("batch-kind");
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(k -> Texts.of("voucherKind", k));
        kind.setValue(sellable.isEmpty() ? Kind.MONEY : Kind.PACKAGE);
        pack.setId("batch-package");
        pack.setItems(sellable);
        pack.setItemLabelGenerator(p -> p.name() + " · " + formats.money(p.price()) + " / " + formats.period(p.period()));
        rest();
        rules();
        add(name, kind, pack, value, count, prefix, shelf, devices, length, sum, busy);
        for (Component wide : List.of(name, kind, pack, value, sum, busy)) setColspan(wide, 2);
        for (HasValue<?, ?> shown : List.of(kind, pack, value, count)) shown.addValueChangeListener(e -> show());
        show();
    }

    private void rest() {
        prefix.setId("batch-prefix");
        prefix.setHelperText(t("vouchers.prefixHelp"));
        shelf.setHelperText(t("vouchers.shelfHelp"));
        devices.setHelperText(t("vouchers.devicesHelp"));
        length.setNumber(10);
        length.setHelperText(t("vouchers.lengthHelp"));
        sum.setId("batch-sum");
        busy.setIndeterminate(true);
        busy.setVisible(false);
    }

    private void rules() {
        checks.text("name", name, Checks.needed(), Checks.atMost(100))
            .field("packageId", pack, () -> kind.getValue() == Kind.PACKAGE && pack.isEmpty() ? t("check.needed") : null)
            .text("value", value, v -> kind.getValue() == Kind.MONEY ? value.wrong() : null).text("count", count, v -> count.wrong())
            .text("prefix", prefix, Checks.matches("[A-Za-z0-9]{0,8}", "check.prefix")).text("shelfDays", shelf, v -> shelf.wrong())
            .text("deviceLimit", devices, v -> devices.wrong()).text("length", length, v -> length.wrong());
    }

    private void show() {
        pack.setVisible(kind.getValue() == Kind.PACKAGE);
        value.setVisible(kind.getValue() == Kind.MONEY);
        Money each = each();
        boolean known = each != null && count.wrong() == null;
        sum.setText(known ? t("vouchers.sum", count.number(), formats.money(each), formats.money(each.times(count.number()))) : "");
        sum.setVisible(known);
    }

    private Money each() {
        if (kind.getValue() == Kind.PACKAGE) return pack.isEmpty() ? null : price.apply(pack.getValue());
        return value.wrong() == null ? value.money() : null;
    }

    /** Thousands of codes take a while: they are made off the page's lock, and once, however often somebody presses. */
    void open(Component owner, Vouchers vouchers, Who who, Background background, Consumer<VoucherBatch> made) {
        FormDialog[] dialog = new FormDialog[1];
        dialog[0] = new FormDialog(t("vouchers.new"), this, t("vouchers.make"), "batch-save", () -> {
            if (busy.isVisible() || !checks.ok()) return false;
            busy.setVisible(true);
            Caller caller = who.caller();
            BatchDraft draft = draft();
            background.run(owner, () -> vouchers.create(caller, draft), batch -> {
                dialog[0].close();
                made.accept(batch);
            }, this::failed);
            return false;
        });
        dialog[0].open();
        name.focus();
    }

    private void failed(RuntimeException wrong) {
        busy.setVisible(false);
        if (wrong instanceof Problem p) checks.show(p);
        else Toast.fail(t("problem.unexpected"));
    }

    private BatchDraft draft() {
        boolean money = kind.getValue() == Kind.MONEY;
        return new BatchDraft(name.getValue().trim(), money ? null : pack.getValue().id(), money ? value.money() : null, prefix.getValue().trim(),
            count.number(), shelf.isEmpty() ? 0 : shelf.number(), devices.isEmpty() ? 0 : devices.number(), length.number());
    }
}

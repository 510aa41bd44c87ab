package io.mtandao.ui.kit;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.mtandao.api.billing.Reduction;
import java.util.List;

/** A percentage or an amount. */
public final class ReductionField extends Div {
    private static final long serialVersionUID = 1;

    /** Which of the two. */
    public enum Kind {
        PERCENT,
        AMOUNT
    }

    private final Select<Kind> kind = new Select<>();
    private final PercentField percent;
    private final MoneyField amount;
    private boolean optional;

    /** @param id of the fields: {@code <id>-kind}, {@code <id>-percent}, {@code <id>-amount} */
    public ReductionField(String id, String label, String currency) {
        percent = new PercentField(id + "-percent", t("reduction.howMuch"), false);
        amount = new MoneyField(t("reduction.howMuch"), currency);
        amount.setId(id + "-amount");
        kind.setId(id + "-kind");
        kind.setLabel(label);
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(k -> k == null ? t("reduction.none") : Texts.of("reductionKind", k));
        kind.setValue(Kind.PERCENT);
        kind.addValueChangeListener(e -> show());
        addClassName("field-pair");
        add(kind, percent, amount);
        show();
    }

    /** None is allowed, too, and means null. */
    public ReductionField optional() {
        optional = true;
        kind.setEmptySelectionAllowed(true);
        kind.setEmptySelectionCaption(t("reduction.none"));
        kind.setPlaceholder(t("reduction.none"));
        return this;
    }

    private void show() {
        percent.setVisible(kind.getValue() == Kind.PERCENT);
        amount.setVisible(kind.getValue() == Kind.AMOUNT);
    }

    /** @param name of the field as the service says it */
    public void rules(Checks checks, String name) {
        checks.field(name, kind, () -> kind.isEmpty() && !optional ? t("check.needed") : null)
            .text(name + ".percentHundredths", percent, v -> kind.getValue() == Kind.PERCENT ? percent.wrong() : null)
            .text(name + ".amount", amount, v -> kind.getValue() == Kind.AMOUNT ? amount.wrong() : null);
    }

    public void set(Reduction r) {
        kind.setValue(r == null ? null : r.amount() == null ? Kind.PERCENT : Kind.AMOUNT);
        percent.setHundredths(r == null ? null : r.percentHundredths());
        amount.setMoney(r == null ? null : r.amount());
    }

    public Reduction get() {
        if (kind.isEmpty()) return null;
        return kind.getValue() == Kind.PERCENT ? Reduction.percent(percent.hundredths()) : Reduction.of(amount.money());
    }

    public void onChange(Runnable changed) {
        for (HasValue<?, ?> f : List.<HasValue<?, ?>>of(kind, percent, amount)) f.addValueChangeListener(e -> changed.run());
    }

    public boolean isNone() {
        return kind.isEmpty();
    }

    public void lock() {
        kind.setReadOnly(true);
        percent.setReadOnly(true);
        amount.setReadOnly(true);
    }

    /** For example "12.5 %" or "KES 500.00". */
    public static String text(Reduction r, Formats f) {
        return r.amount() == null ? PercentField.text(r.percentHundredths()) + " %" : f.money(r.amount());
    }
}

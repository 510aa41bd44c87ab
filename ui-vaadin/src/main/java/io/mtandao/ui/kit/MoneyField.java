package io.mtandao.ui.kit;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldVariant;
import io.mtandao.api.Money;
import java.math.BigDecimal;
import java.util.Currency;

/** An amount as people type it ("1,500", "1500.50") in the ISP's currency. */
public final class MoneyField extends TextField {
    private static final long serialVersionUID = 1;
    private static final BigDecimal MOST = new BigDecimal("10000000000");
    private final String currency;
    private boolean signed;
    private boolean optional;

    public MoneyField(String label, String currency) {
        super(label);
        this.currency = currency;
        setPrefixComponent(new Span(currency));
        addThemeVariants(TextFieldVariant.LUMO_ALIGN_RIGHT);
        getElement().setAttribute("inputmode", "decimal");
        setAllowedCharPattern("[0-9., \\-]");
        setClearButtonVisible(false);
    }

    /** Empty is allowed and means null. */
    public MoneyField optional() {
        optional = true;
        return this;
    }

    /** Below zero is allowed. */
    public MoneyField signed() {
        signed = true;
        return this;
    }

    public void setMoney(Money money) {
        setValue(money == null ? "" : money.toMajor().stripTrailingZeros().scale() <= 0 ? money.toMajor().toBigInteger().toString() : money.toMajor().toPlainString());
    }

    /** What is wrong with what was typed, or null; a rule for {@link Checks}. */
    public String wrong() {
        String typed = typed();
        if (typed.isEmpty()) return optional ? null : t("check.needed");
        if (!typed.matches(signed ? "-?\\d+(\\.\\d*)?" : "\\d+(\\.\\d*)?")) return t("check.money");
        BigDecimal value = new BigDecimal(typed);
        int digits = Currency.getInstance(currency).getDefaultFractionDigits();
        if (value.stripTrailingZeros().scale() > digits) return t("check.moneyDecimals", digits);
        if (value.signum() == 0 && !signed) return t("check.moneyPositive");
        return value.abs().compareTo(MOST) >= 0 ? t("check.money") : null;
    }

    /** @return null when it is empty @throws IllegalStateException when it is {@link #wrong} */
    public Money money() {
        if (wrong() != null) throw new IllegalStateException("not checked");
        return typed().isEmpty() ? null : Money.ofMajor(new BigDecimal(typed()).stripTrailingZeros(), currency);
    }

    private String typed() {
        return getValue().replace(",", "").replace(" ", "").trim();
    }
}

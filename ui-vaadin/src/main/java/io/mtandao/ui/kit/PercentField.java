package io.mtandao.ui.kit;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;

/** A percentage with at most two decimals, kept in hundredths: 16 is 1600. */
public final class PercentField extends TextField {
    private static final long serialVersionUID = 1;
    private static final int WHOLE = 10_000;
    private final boolean zero;
    private boolean optional;

    /** @param zero whether 0 is a percentage, too */
    public PercentField(String id, String label, boolean zero) {
        super(label);
        this.zero = zero;
        setId(id);
        setSuffixComponent(new Span("%"));
        setAllowedCharPattern("[0-9.,]");
        getElement().setAttribute("inputmode", "decimal");
    }

    public PercentField optional() {
        optional = true;
        return this;
    }

    /** A rule for {@link Checks}. */
    public String wrong() {
        String typed = getValue().trim();
        if (typed.isEmpty()) return optional ? null : t("check.needed");
        if (!typed.matches("\\d{1,3}(\\.\\d{1,2})?")) return t("check.percent");
        int hundredths = hundredthsOf(typed);
        return hundredths > WHOLE || hundredths == 0 && !zero ? t("check.percent") : null;
    }

    public void setHundredths(Integer hundredths) {
        setValue(hundredths == null ? "" : text(hundredths));
    }

    /** @return null when it is empty @throws IllegalStateException when it is {@link #wrong} */
    public Integer hundredths() {
        if (wrong() != null) throw new IllegalStateException("not checked");
        return getValue().isBlank() ? null : (Integer) hundredthsOf(getValue().trim());
    }

    /** 1250 as 12.5. */
    public static String text(int hundredths) {
        return BigDecimal.valueOf(hundredths, 2).stripTrailingZeros().toPlainString();
    }

    private static int hundredthsOf(String typed) {
        return new BigDecimal(typed).movePointRight(2).intValueExact();
    }
}

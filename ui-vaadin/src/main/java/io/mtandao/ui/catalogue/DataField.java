package io.mtandao.ui.catalogue;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;

/** An amount of data, typed in gigabyte and kept in megabyte. */
final class DataField extends TextField {
    private static final long serialVersionUID = 1;
    private boolean optional;

    DataField(String id, String label) {
        super(label);
        setId(id);
        setSuffixComponent(new Span("GB"));
        setAllowedCharPattern("[0-9.]");
        getElement().setAttribute("inputmode", "decimal");
    }

    /** Empty is allowed and means none. */
    DataField optional() {
        optional = true;
        return this;
    }

    /** A rule for {@link io.mtandao.ui.kit.Checks}. */
    String wrong() {
        String typed = getValue().trim();
        if (typed.isEmpty()) return optional ? null : t("check.needed");
        return typed.matches("\\d{1,7}(\\.\\d{1,3})?") && megabytes() > 0 ? null : t("check.data");
    }

    /** 0 when it is empty. */
    long megabytes() {
        return getValue().isBlank() ? 0 : new BigDecimal(getValue().trim()).movePointRight(3).longValueExact();
    }

    void setMegabytes(long megabytes) {
        setValue(megabytes == 0 ? "" : BigDecimal.valueOf(megabytes, 3).stripTrailingZeros().toPlainString());
    }

    /** As people write it: 500 MB, 1.5 GB. */
    static String text(long megabytes) {
        return megabytes < 1000 ? megabytes + " MB" : BigDecimal.valueOf(megabytes, 3).stripTrailingZeros().toPlainString() + " GB";
    }
}

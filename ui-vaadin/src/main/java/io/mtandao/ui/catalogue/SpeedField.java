package io.mtandao.ui.catalogue;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;

/** A speed, typed in megabit per second and kept in kilobit. */
final class SpeedField extends TextField {
    private static final long serialVersionUID = 1;

    SpeedField(String id, String label) {
        super(label);
        setId(id);
        setSuffixComponent(new Span("Mbit/s"));
        setAllowedCharPattern("[0-9.]");
        getElement().setAttribute("inputmode", "decimal");
    }

    /** A rule for {@link io.mtandao.ui.kit.Checks}. */
    String wrong() {
        String typed = getValue().trim();
        if (typed.isEmpty()) return t("check.needed");
        return typed.matches("\\d{1,6}(\\.\\d{1,3})?") && kbps() > 0 ? null : t("check.speed");
    }

    int kbps() {
        return new BigDecimal(getValue().trim()).movePointRight(3).intValueExact();
    }

    void setKbps(int kbps) {
        setValue(kbps == 0 ? "" : BigDecimal.valueOf(kbps, 3).stripTrailingZeros().toPlainString());
    }
}

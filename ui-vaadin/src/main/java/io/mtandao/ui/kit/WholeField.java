package io.mtandao.ui.kit;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;

/** A whole number within bounds; {@link #wrong} is a rule for {@link Checks}. */
public final class WholeField extends TextField {
    private static final long serialVersionUID = 1;
    private final int least;
    private final int most;
    private boolean optional;

    public WholeField(String id, String label, int least, int most) {
        super(label);
        this.least = least;
        this.most = most;
        setId(id);
        setAllowedCharPattern(least < 0 ? "[0-9\\-]" : "[0-9]");
        getElement().setAttribute("inputmode", least < 0 ? "text" : "numeric");
    }

    /** Empty is allowed and means null. */
    public WholeField optional() {
        optional = true;
        return this;
    }

    /** @param text what is counted */
    public WholeField of(String text) {
        setSuffixComponent(new Span(text));
        return this;
    }

    public String wrong() {
        String typed = getValue().trim();
        if (typed.isEmpty()) return optional ? null : t("check.needed");
        if (!typed.matches("-?\\d{1,9}")) return t("check.number");
        int n = Integer.parseInt(typed);
        return n < least || n > most ? t("check.between", least, most) : null;
    }

    public void setNumber(Integer n) {
        setValue(n == null ? "" : n.toString());
    }

    /** @return null when it is empty @throws IllegalStateException when it is {@link #wrong} */
    public Integer number() {
        if (wrong() != null) throw new IllegalStateException("not checked");
        return getValue().isBlank() ? null : Integer.valueOf(getValue().trim());
    }
}

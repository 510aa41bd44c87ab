package io.mtandao.ui.subscription;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.mtandao.api.Money;
import io.mtandao.ui.kit.Formats;

/** Texts at the left, their amounts at the right, sums between. */
public final class AmountList extends Div {
    private static final long serialVersionUID = 1;
    private final transient Formats formats;

    public AmountList(Formats formats) {
        this.formats = formats;
        addClassName("amount-list");
    }

    public AmountList line(String text, Money amount) {
        return put(text, amount, "amount-line");
    }

    public AmountList sum(String text, Money amount) {
        return put(text, amount, "amount-sum");
    }

    private AmountList put(String text, Money amount, String look) {
        Span money = new Span(formats.money(amount));
        if (amount.isNegative()) money.addClassName("minus");
        Div row = new Div(new Span(text), money);
        row.addClassName(look);
        add(row);
        return this;
    }
}

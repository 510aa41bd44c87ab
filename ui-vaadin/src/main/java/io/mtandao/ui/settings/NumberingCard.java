package io.mtandao.ui.settings;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.mtandao.api.billing.BillingPolicy.Numbering;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.WholeField;

/** How numbers that people see are written, with a sample of each. */
final class NumberingCard extends Div {
    private static final long serialVersionUID = 1;
    private static final int MOST_DIGITS = 9;
    private static final int SAMPLE = 123;

    private final Series bill;
    private final Series credit;
    private final Series account;

    /** One kind of number. */
    private static final class Series extends Div {
        private static final long serialVersionUID = 1;
        private static final String PREFIX = "[A-Za-z0-9/-]{0,10}";
        private final TextField prefix = new TextField(t("billing.prefix"));
        private final WholeField digits;
        private final Span sample = new Span();

        Series(String name, Checks checks) {
            prefix.setId("billing-" + name + "-prefix");
            digits = new WholeField("billing-" + name + "-digits", t("billing.digits"), 1, MOST_DIGITS);
            sample.setId("billing-" + name + "-sample");
            sample.addClassName("sample");
            checks.text("numbering." + name + "Prefix", prefix, Checks.matches(PREFIX, "billing.prefixWrong")).text("numbering." + name + "Digits", digits, v -> digits.wrong());
            prefix.addValueChangeListener(e -> tell());
            digits.addValueChangeListener(e -> tell());
            Span label = new Span(t("billing.series." + name));
            label.addClassName("series-name");
            addClassName("series-row");
            add(label, prefix, digits, sample);
        }

        private void tell() {
            sample.setText(digits.wrong() == null ? prefix.getValue().trim() + String.format("%0" + digits.number() + "d", SAMPLE) : "–");
        }

        void show(String p, int d) {
            prefix.setValue(p);
            digits.setNumber(d);
            tell();
        }

        String prefix() {
            return prefix.getValue().trim();
        }
    }

    NumberingCard(Checks checks) {
        bill = new Series("bill", checks);
        credit = new Series("credit", checks);
        account = new Series("account", checks);
        checks.text("numbering.creditPrefix", credit.prefix, Checks.matches(Series.PREFIX, "billing.prefixWrong"), v -> v.equals(bill.prefix()) ? t("billing.prefixSame") : null);
        addClassNames("card", "settings-card");
        add(new H2(t("billing.numbering")), new Paragraph(t("billing.numberingText")), bill, credit, account);
    }

    void show(Numbering n) {
        bill.show(n.billPrefix(), n.billDigits());
        credit.show(n.creditPrefix(), n.creditDigits());
        account.show(n.accountPrefix(), n.accountDigits());
    }

    Numbering numbering() {
        return new Numbering(bill.prefix(), bill.digits.number(), credit.prefix(), credit.digits.number(), account.prefix(), account.digits.number());
    }
}

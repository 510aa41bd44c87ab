package io.mtandao.ui.subscription;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.mtandao.api.Problem;
import io.mtandao.api.billing.ChangeQuote;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.Problems;
import java.util.function.Supplier;

/** What a change of package would cost now, line by line, and whether the wallet covers it. */
final class QuotePanel extends Div {
    private static final long serialVersionUID = 1;
    private final transient Formats formats;

    QuotePanel(Formats formats) {
        this.formats = formats;
        setId("change-quote");
        getElement().setAttribute("role", "status");
    }

    void clear() {
        removeAll();
    }

    void say(String text) {
        note(text, "note");
    }

    /** @param ask may throw what the service says against it */
    void show(Supplier<ChangeQuote> ask) {
        removeAll();
        try {
            lines(ask.get());
        } catch (io.mtandao.api.Unauthenticated | io.mtandao.api.TenantSuspended e) {
            throw e;
        } catch (Problem p) {
            note(Problems.text(p), "note note-bad");
        }
    }

    private void lines(ChangeQuote q) {
        AmountList list = new AmountList(formats);
        q.lines().forEach(l -> list.line(l.text(), l.amount()));
        list.sum(t(q.toCredit().isPositive() ? "change.toCredit" : "change.toPay"), q.toCredit().isPositive() ? q.toCredit() : q.toPay()).line(t("activate.wallet"), q.balance());
        add(list);
        if (!q.toPay().isPositive() || q.balance().covers(q.toPay())) add(words(t(q.toPay().isPositive() ? "change.covered" : "change.free"), "note note-good"));
        else add(words(t("activate.missing", formats.money(q.toPay().minus(q.balance()))), "note note-warn"));
        if (q.expiresAt() != null) add(words(t("change.expiresAt", formats.time(q.expiresAt())), "hint"));
    }

    private void note(String text, String look) {
        removeAll();
        add(words(text, look));
    }

    private static Div words(String text, String look) {
        Div d = new Div(new Span(text));
        d.addClassNames(look.split(" "));
        return d;
    }
}

package io.mtandao.paper.internal.sheet;

import io.mtandao.api.Money;
import io.mtandao.api.billing.Ledger.Statement;
import io.mtandao.api.billing.Ledger.WalletEntry;
import io.mtandao.paper.internal.pdf.Grid;
import io.mtandao.paper.internal.pdf.Grid.Column;
import io.mtandao.paper.internal.pdf.Sheet;
import io.mtandao.paper.internal.pdf.Type;
import io.mtandao.paper.internal.sheet.Frame.Fact;
import java.time.Instant;
import java.util.List;

/** A subscriber's movements of a time, with what came in and went out, on paper. */
public final class StatementSheet {
    private StatementSheet() {}

    /** @param howToPay null when nothing is owed, or nobody knows where to pay */
    public static byte[] pdf(Letterhead head, Statement s, HowToPay howToPay, Instant now) {
        Words words = head.words();
        String title = words.get("statement.title");
        try (Sheet sheet = new Sheet(title + " " + s.accountNumber(), head.name(), words.locale(), now)) {
            Frame frame = new Frame(sheet, head);
            frame.begin(title, "", null);
            frame.facts(words.get("for"), s.subscriberName(), List.of(words.get("account") + " " + s.accountNumber()),
                List.of(new Fact(words.get("period"), words.period(s.from(), s.to())), new Fact(words.get("issued"), words.time(now)),
                    new Fact(words.get("opening"), words.money(s.opening())), new Fact(words.get("closing"), words.money(s.closing()))));
            movements(sheet, head, s);
            frame.howToPay(howToPay);
            return frame.finish();
        }
    }

    private static void movements(Sheet sheet, Letterhead head, Statement s) {
        Words words = head.words();
        String currency = s.closing().currency();
        Grid grid = new Grid(sheet, head.colour(), List.of(new Column(words.get("date"), 92, false), new Column(words.get("text"), 172, false),
            new Column(words.get("in", currency), 78, true), new Column(words.get("out", currency), 78, true),
            new Column(words.get("balance", currency), 79, true)));
        grid.head();
        grid.row(Type.STRONG, List.of(words.day(s.from()), words.get("opening"), "", "", words.number(s.opening())));
        for (WalletEntry e : s.movements()) {
            String text = e.text() == null ? "" : e.text();
            grid.row(Type.BODY, List.of(words.time(e.at()), text, in(words, e.amount()), out(words, e.amount()), words.number(e.balanceAfter())));
        }
        if (s.movements().isEmpty()) grid.row(Type.BODY, List.of("", words.get("none"), "", "", ""));
        grid.row(Type.STRONG, List.of("", words.get("sums"), in(words, s.in()), out(words, s.out().isPositive() ? s.out().negated() : s.out()), ""));
        // the last moment of the time, for its end is not part of it
        grid.row(Type.STRONG, List.of(words.day(s.to().minusNanos(1)), words.get("closing"), "", "", words.number(s.closing())));
    }

    private static String in(Words words, Money amount) {
        return amount.isPositive() ? words.number(amount) : "";
    }

    private static String out(Words words, Money amount) {
        return amount.isNegative() ? words.number(amount.negated()) : "";
    }
}

package io.mtandao.paper.internal.sheet;

import io.mtandao.api.Money;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.Bill.Line;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.paper.internal.pdf.Grid;
import io.mtandao.paper.internal.pdf.Grid.Column;
import io.mtandao.paper.internal.pdf.Sheet;
import io.mtandao.paper.internal.pdf.Type;
import io.mtandao.paper.internal.sheet.Frame.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A bill or a credit note on paper. */
public final class BillSheet {
    private static final float LABELS = 350;
    private final Letterhead head;
    private final Words words;
    private final Facts facts;
    private final Bill bill;
    private final Sheet sheet;
    private final Frame frame;

    /**
     * @param subscriber whose service it is
     * @param payer whose wallet pays; the same in most cases
     * @param refersTo number of the bill that it is about, or null
     * @param howToPay null when nothing is to be paid, or nobody knows where
     */
    public record Facts(Bill bill, Subscriber subscriber, Subscriber payer, String refersTo, HowToPay howToPay) {}

    private BillSheet(Letterhead head, Facts facts, Sheet sheet) {
        this.head = head;
        this.words = head.words();
        this.facts = facts;
        this.bill = facts.bill;
        this.sheet = sheet;
        this.frame = new Frame(sheet, head);
    }

    public static byte[] pdf(Letterhead head, Facts facts, Instant now) {
        String title = title(head.words(), facts.bill);
        try (Sheet sheet = new Sheet(title + " " + facts.bill.number(), head.name(), head.words().locale(), now)) {
            BillSheet paper = new BillSheet(head, facts, sheet);
            paper.frame.begin(title, facts.bill.number(), Mark.of(facts.bill, now));
            paper.about();
            paper.lines();
            paper.totals();
            paper.frame.howToPay(facts.howToPay);
            return paper.frame.finish();
        }
    }

    private static String title(Words words, Bill bill) {
        return words.get(bill.details().kind() == Bill.Kind.CREDIT_NOTE ? "credit.title" : "bill.title");
    }

    private void about() {
        Subscriber s = facts.subscriber, payer = facts.payer;
        List<String> whom = new ArrayList<>(List.of(words.get("account") + " " + s.accountNumber()));
        if (s.place() != null && !s.place().isBlank()) whom.add(s.place());
        if (payer.id() != s.id()) whom.add(words.get("payer") + ": " + payer.name() + ", " + words.get("account") + " " + payer.accountNumber());
        List<Fact> about = new ArrayList<>();
        add(about, "number", bill.number());
        add(about, "issued", words.day(bill.issuedAt()));
        if (bill.details().kind() == Bill.Kind.BILL) add(about, "due", words.day(bill.dueAt()));
        add(about, "paidAt", words.day(bill.paidAt()));
        add(about, "period", words.period(bill.periodFrom(), bill.periodTo()));
        add(about, "refersTo", facts.refersTo);
        add(about, "reason", bill.details().reason());
        // the name as the bill was written, not as it is today
        frame.facts(words.get("for"), bill.subscriberName(), whom, about);
    }

    private void add(List<Fact> facts, String key, String value) {
        if (value != null && !value.isBlank()) facts.add(new Fact(words.get(key), value));
    }

    private void lines() {
        String currency = bill.total().currency();
        Grid grid = new Grid(sheet, head.colour(), List.of(new Column(words.get("text"), 234, false), new Column(words.get("quantity"), 36, true),
            new Column(words.get("unitPrice"), 74, true), new Column(words.get("tax"), 75, true), new Column(words.get("amount", currency), 80, true)));
        grid.head();
        for (Line l : bill.lines())
            grid.row(Type.BODY, List.of(l.text(), Integer.toString(l.quantity()), l.unitPrice() == null ? "" : words.number(l.unitPrice()), tax(l),
                words.number(l.amount())));
    }

    private String tax(Line l) {
        if (l.tax() == null || (l.tax().isZero() && l.taxName() == null)) return "";
        return l.taxName() == null ? words.number(l.tax()) : l.taxName() + "\n" + words.number(l.tax());
    }

    private void totals() {
        sheet.keepTogether(110);
        sheet.down(4);
        Bill.Details d = bill.details();
        if (!d.tax().isZero()) {
            total(Type.BODY, words.get("net"), d.net());
            taxes().forEach((name, tax) -> total(Type.BODY, name, tax));
        }
        total(Type.STRONG.sized(11), words.get("total"), bill.total());
        if (d.kind() == Bill.Kind.CREDIT_NOTE) {
            if (bill.state() == Bill.State.CREDITED) total(Type.BODY, words.get("creditedToWallet"), bill.total());
            return;
        }
        if (!d.paid().isZero()) total(Type.BODY, words.get("paid"), d.paid().negated());
        if (!d.credited().isZero()) total(Type.BODY, words.get("credited"), d.credited().negated());
        total(Type.STRONG.sized(11).in(head.colour()), words.get("toPay"), Mark.toPay(bill));
    }

    private void total(Type type, String label, Money amount) {
        float number = sheet.letters().width(type, words.money(amount)) + 10;
        for (String line : sheet.letters().wrapped(type, label, Sheet.RIGHT - number - LABELS)) {
            sheet.text(LABELS, type, line);
            sheet.down(type.leading());
        }
        sheet.down(-type.leading());
        sheet.textUpTo(Sheet.RIGHT, type, words.money(amount));
        sheet.down(type.leading() + 2);
    }

    /** By name, when the names account for all of the bill's tax. */
    private Map<String, Money> taxes() {
        Map<String, Money> byName = new LinkedHashMap<>();
        Money sum = Money.zero(bill.total().currency());
        for (Line l : bill.lines()) {
            if (l.tax() == null || l.tax().isZero()) continue;
            byName.merge(l.taxName() == null ? words.get("tax") : l.taxName(), l.tax(), Money::plus);
            sum = sum.plus(l.tax());
        }
        return sum.equals(bill.details().tax()) ? byName : Map.of(words.get("tax"), bill.details().tax());
    }
}

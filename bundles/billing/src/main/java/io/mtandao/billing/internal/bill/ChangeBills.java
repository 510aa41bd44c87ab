package io.mtandao.billing.internal.bill;

import io.mtandao.api.Conflict;
import io.mtandao.api.Money;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.Bill.Line.Kind;
import io.mtandao.api.billing.ChangeQuote;
import io.mtandao.api.billing.Period;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.billing.internal.catalogue.Catalogue;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.BillLineRow;
import io.mtandao.billing.internal.entity.BillRow;
import io.mtandao.billing.internal.entity.EditionRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.entity.WalletRow;
import io.mtandao.billing.internal.rules.ChargeRule;
import io.mtandao.billing.internal.rules.ExpiryText;
import io.mtandao.billing.internal.rules.PeriodEnd;
import io.mtandao.billing.internal.rules.Proration;
import io.mtandao.billing.internal.rules.Quote;
import io.mtandao.billing.internal.rules.QuoteLine;
import io.mtandao.billing.internal.rules.RenewalRule.Span;
import io.mtandao.billing.internal.rules.TaxTable.Tax;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The papers of a change of package in the middle of a paid time: for each bill whose money stands for time to come a credit note over what is left of
 * it, then one bill for the same time at the new price; or, when the periods differ, a new period from now. With money only for the one and not for
 * the other nothing happens at all.
 */
@Component(service = ChangeBills.class)
public final class ChangeBills {
    private final BillBook bills;
    private final Corrections corrections;
    private final Sheets sheets;
    private final Renewals renewals;

    @Activate
    public ChangeBills(@Reference BillBook bills, @Reference Corrections corrections, @Reference Sheets sheets, @Reference Renewals renewals) {
        this.bills = bills;
        this.corrections = corrections;
        this.sheets = sheets;
        this.renewals = renewals;
    }

    /** What is left of a bill's money. @param own what of it goes back into the wallet that pays now; the rest was paid by others */
    private record Left(long minor, long own) {}

    /**
     * @param unused by bill
     * @param credit the own of it
     * @param charge null when a new period begins instead
     * @param whole seconds that a whole price pays for
     */
    private record Change(Instant now, Map<BillRow, Left> unused, long credit, Quote charge, Instant from, Instant to, long whole) {}

    public ChangeQuote quote(Desk d, SubscriptionRow s, EditionRow to, String name) {
        Sheet sheet = sheets.of(d, s);
        Change c = change(d, sheet, s, to, name);
        List<Bill.Line> lines = new ArrayList<>();
        c.unused().forEach((bill, left) -> {
            Money own = d.money(-left.own());
            lines.add(new Bill.Line(Kind.CREDIT, text(d, bill, left), 1, own, own, d.money(0), null));
        });
        Quote charge = c.charge() != null ? c.charge() : fresh(d, sheet, s, to, name);
        charge.lines().forEach(l -> lines.add(RunPreview.line(d, l)));
        long net = charge.total() - c.credit();
        long balance = d.em().createQuery("select w.balance from WalletRow w where w.subscriberId = ?1", Long.class).setParameter(1, s.getPayerId()).getResultList().stream()
            .findFirst().orElse(0L);
        Instant expires = c.charge() != null ? c.to() : running(s, d) ? PeriodEnd.after(c.now(), null, to.getPeriod(), d.zone()).at() : s.getExpiresAt();
        return new ChangeQuote(s.getId(), to.getPackageId(), lines, d.money(Math.max(0, net)), d.money(Math.max(0, -net)), d.money(balance), expires);
    }

    private static String text(Desk d, BillRow bill, Left left) {
        String text = "Unused rest of bill " + bill.getNumber();
        return left.minor() == left.own() ? text : text + "; " + d.money(left.minor() - left.own()) + " of it go back to another wallet, which paid them";
    }

    public void settle(Desk d, SubscriptionRow s, EditionRow to, String name, WalletRow wallet) {
        Sheet sheet = sheets.of(d, s);
        Change c = change(d, sheet, s, to, name);
        boolean running = running(s, d);
        long charge = c.charge() != null ? c.charge().total() : running ? fresh(d, sheet, s, to, name).total() : 0;
        if (charge > c.credit() && wallet.getBalance() < charge - c.credit())
            throw new Conflict("the wallet holds " + d.money(wallet.getBalance()) + "; the change costs " + d.money(charge - c.credit()));
        c.unused().forEach((bill, left) -> {
            bill.settle(c.now());
            if (left.minor() > 0) corrections.credit(d, bill, left.minor(), "unused rest, the package was changed to " + name, wallet);
        });
        s.standUnder(to);
        if (c.charge() != null) sellRest(d, sheet, s, to, c, wallet);
        else if (running) startAnew(d, s, c.now(), wallet);
        renewals.settleDebts(d, wallet);
    }

    private void sellRest(Desk d, Sheet sheet, SubscriptionRow s, EditionRow to, Change c, WalletRow wallet) {
        BillRow bill = BillRow.ofCharge(Numbers.bill(d, sheet.policy().numbering()), s, null, d.money(c.charge().total()), c.charge().tax(), d.now());
        bill.spans(c.from(), c.to(), to, c.whole());
        bills.write(d, bill, c.charge());
        bills.pay(d, bill, BillBook.parts(c.charge().lines()), c.charge().lines().get(0).text(), wallet, c.charge().total(), null);
        bill.worth(c.from(), c.to());
        bills.tell(d, bill);
    }

    /** Another rhythm: the old time ends now, and the first period of the new package begins. */
    private void startAnew(Desk d, SubscriptionRow s, Instant now, WalletRow wallet) {
        s.expireAt(now);
        if (!renewals.buy(d, s, wallet)) throw new Conflict("the wallet does not cover the first period of the new package");
    }

    private Change change(Desk d, Sheet sheet, SubscriptionRow s, EditionRow to, String name) {
        Instant now = d.now().truncatedTo(ChronoUnit.SECONDS);
        Map<BillRow, Left> unused = new LinkedHashMap<>();
        List<BillRow> ahead = running(s, d) ? bills.worthAfter(d, s.getId(), now) : List.of();
        Map<Long, List<BillLineRow>> lines = BillBook.lines(d, ahead.stream().map(BillRow::getId).toList());
        long credit = 0;
        for (BillRow b : ahead) {
            long left = Corrections.unused(b, lines.getOrDefault(b.getId(), List.of()), now);
            long own = WhoPaid.back(d, b, left).getOrDefault(s.getPayerId(), 0L);
            unused.put(b, new Left(left, own));
            credit += own;
        }
        boolean sameRhythm = ahead.stream().allMatch(b -> isInRhythmOf(d, b, to));
        if (ahead.isEmpty() || !sameRhythm) return new Change(now, unused, credit, null, now, s.getExpiresAt(), 0);
        long price = s.getOwnPrice() != null ? s.getOwnPrice() : to.getPriceMinor();
        long stated = 0;
        double periods = 0;
        for (BillRow b : ahead) {
            long left = Duration.between(now.isAfter(b.getWorthFrom()) ? now : b.getWorthFrom(), b.getWorthTo()).toSeconds();
            stated += Proration.ratio(price, left, b.getWholeSeconds());
            periods += (double) left / b.getWholeSeconds();
        }
        Instant end = ahead.get(ahead.size() - 1).getWorthTo();
        long whole = Math.round(Duration.between(now, end).toSeconds() / periods);
        Tax tax = sheet.taxes().of(to.getTerms().taxCode(), d.today());
        String text = name + ", " + ExpiryText.onBill(now, d.zone()) + " to " + ExpiryText.onBill(end, d.zone()) + " (rest of the period)";
        QuoteLine line = ChargeRule.line(Kind.PRORATION, text, 1, stated, stated, to.getTerms().taxIncluded(), tax, ChargeRule.INCOME, null);
        return new Change(now, unused, credit, new Quote(List.of(line), List.of()), now, end, whole);
    }

    /** As the bill was sold: its package may be sold in another rhythm meanwhile. */
    private static boolean isInRhythmOf(Desk d, BillRow bill, EditionRow to) {
        EditionRow sold = new Catalogue().edition(d, bill.getPackageId(), bill.getEdition());
        Period period = bill.getPeriod() == null ? sold.getPeriod() : bill.getPeriod();
        return period.equals(to.getPeriod()) && sold.isCalendar() == to.isCalendar();
    }

    /** What the first whole period of the other package will cost. */
    private Quote fresh(Desk d, Sheet sheet, SubscriptionRow s, EditionRow to, String name) {
        Instant now = d.now().truncatedTo(ChronoUnit.SECONDS);
        var rhythm = new PeriodEnd.Rhythm(to.getPeriod(), to.getTerms().calendar(), sheet.renewal(s).expiry());
        var end = PeriodEnd.after(now, null, rhythm, d.zone());
        var price = new ChargeRule.Price(s.getOwnPrice() != null ? s.getOwnPrice() : to.getPriceMinor(), to.getTerms().taxIncluded(), to.getTerms().taxCode());
        return sheet.quoteOf(s, price, new Span(now, end.at(), end.anchor(), end.wholeFrom()), name);
    }

    /** Whether it has paid time that runs: else there is nothing to settle, and the next period is the new package's. */
    private static boolean running(SubscriptionRow s, Desk d) {
        return s.getState().isServed() && s.getState() != SubscriptionState.TRIAL && s.getExpiresAt() != null && s.getExpiresAt().isAfter(d.now());
    }
}

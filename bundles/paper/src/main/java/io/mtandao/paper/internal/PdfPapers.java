package io.mtandao.paper.internal;

import io.mtandao.api.Caller;
import io.mtandao.api.Invalid;
import io.mtandao.api.Permission;
import io.mtandao.api.TenantId;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.Bills;
import io.mtandao.api.billing.Ledger;
import io.mtandao.api.billing.Ledger.Statement;
import io.mtandao.api.billing.Papers;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscribers;
import io.mtandao.api.tenant.Settings;
import io.mtandao.paper.internal.sheet.BillSheet;
import io.mtandao.paper.internal.sheet.HowToPay;
import io.mtandao.paper.internal.sheet.Letterhead;
import io.mtandao.paper.internal.sheet.StatementSheet;
import io.mtandao.persistence.TenantTx;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Papers as PDF. Who may read the bill may read its paper: what else stands on it (the ISP's settings, the subscriber) is read by the platform itself.
 * Nothing here asks whether the ISP is suspended, for its subscribers go on reading their bills.
 */
@Component
public final class PdfPapers implements Papers {
    private static final String PDF = "application/pdf";
    private final Bills bills;
    private final Ledger ledger;
    private final Subscribers subscribers;
    private final Settings settings;
    private final BillLinks links;
    private final LinkTrail trail;
    private final PaymentWords payment;
    private final TenantTx tx;
    private final Clock clock;

    @Activate
    public PdfPapers(@Reference Bills bills, @Reference Ledger ledger, @Reference Subscribers subscribers, @Reference Settings settings,
            @Reference BillLinks links, @Reference LinkTrail trail, @Reference PaymentWords payment, @Reference TenantTx tx, @Reference Clock clock) {
        this.bills = bills;
        this.ledger = ledger;
        this.subscribers = subscribers;
        this.settings = settings;
        this.links = links;
        this.trail = trail;
        this.payment = payment;
        this.tx = tx;
        this.clock = clock;
    }

    @Override
    public Paper bill(Caller caller, long billId) {
        requireNoUnit();
        caller.require(Permission.BILLS_READ);
        return paper(caller.tenant(), bills.get(caller, billId));
    }

    @Override
    public String publicLink(Caller caller, long billId) {
        requireNoUnit();
        caller.require(Permission.BILLS_READ);
        String link = links.to(caller.tenant(), bills.get(caller, billId).id());
        trail.made(caller, billId);
        return link;
    }

    @Override
    public Paper byLink(String token) {
        requireNoUnit();
        BillLinks.Target target = links.open(token);
        Paper paper = paper(target.tenant(), bills.get(self(target.tenant()), target.billId()));
        trail.read(target.tenant(), target.billId(), target.until());
        return paper;
    }

    /** A plugin that takes its time would hold the unit's locks. */
    private void requireNoUnit() {
        if (tx.running()) throw new IllegalStateException("papers are made outside units of work: payment plugins are asked for what stands on them");
    }

    static Caller self(TenantId tenant) {
        return Caller.system(tenant, "paper");
    }

    private Paper paper(TenantId tenant, Bill bill) {
        Caller self = self(tenant);
        Letterhead head = Letterhead.of(settings.get(self));
        Subscriber whose = subscribers.get(self, bill.subscriberId());
        Subscriber payer = bill.details().payerId() == bill.subscriberId() ? whose : subscribers.get(self, bill.details().payerId());
        Long refersTo = bill.details().refersTo();
        HowToPay how = payment.forBill(tenant, bill, payer.accountNumber(), head.words());
        BillSheet.Facts facts = new BillSheet.Facts(bill, whose, payer, refersTo == null ? null : bills.get(self, refersTo).number(), how);
        return new Paper(fileName(bill.number()), PDF, BillSheet.pdf(head, facts, clock.instant()));
    }

    @Override
    public Paper statement(Caller caller, long subscriberId, LocalDate from, LocalDate to) {
        requireNoUnit();
        caller.require(Permission.PAYMENTS_READ);
        new Invalid.Check().that(isDay(from), "from", "a day").that(isDay(to), "to", "a day")
            .that(from == null || to == null || !to.isBefore(from), "to", "not before the first day").orThrow();
        Letterhead head = Letterhead.of(settings.get(self(caller.tenant())));
        ZoneId zone = head.words().zone();
        Statement s = ledger.statement(caller, subscriberId, from.atStartOfDay(zone).toInstant(), to.plusDays(1).atStartOfDay(zone).toInstant());
        HowToPay how = payment.forDebt(caller.tenant(), s.closing(), payersAccount(self(caller.tenant()), subscriberId), head.words());
        return new Paper(fileName("statement-" + s.accountNumber() + "-" + from + "-" + to), PDF, StatementSheet.pdf(head, s, how, clock.instant()));
    }

    private String payersAccount(Caller self, long subscriberId) {
        Subscriber whose = subscribers.get(self, subscriberId);
        Long payer = whose.details().payerId();
        return payer == null ? whose.accountNumber() : subscribers.get(self, payer).accountNumber();
    }

    private static boolean isDay(LocalDate day) {
        return day != null && day.getYear() >= 1970 && day.getYear() <= 9999;
    }

    /** Numbers and accounts are the ISP's own words: only what every system takes in a file's name is left of them. */
    private static String fileName(String text) {
        return text.replaceAll("[^A-Za-z0-9._-]+", "-") + ".pdf";
    }
}

package io.mtandao.messaging.internal;

import io.mtandao.api.Caller;
import io.mtandao.api.Money;
import io.mtandao.api.TenantId;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.BillingPolicy.DunningStep.Action;
import io.mtandao.api.billing.Bills;
import io.mtandao.api.billing.Papers;
import java.util.HashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Tells whoever pays of bills that are debts: when they are written, before and after they are due, and when they cost the service. */
@Component(service = BillNotices.class, configurationPid = "io.mtandao.platform")
public final class BillNotices {
    /** Optional: a message without its link is better than none. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile Papers papers;

    private final SubscriberNotices subscribers;
    private final Bills bills;
    private final SubscriberWords about;
    private final Outbox outbox;
    private final String address;

    /** The platform's own settings that this bundle reads. */
    public @interface Platform {
        /** Under which the world reaches the platform; while it is not set, messages have no links. */
        String publicUrl() default "";
    }

    @Activate
    public BillNotices(Platform platform, @Reference SubscriberNotices subscribers, @Reference Bills bills, @Reference SubscriberWords about,
            @Reference Outbox outbox) {
        this(platform.publicUrl(), subscribers, bills, about, outbox);
    }

    BillNotices(String publicUrl, SubscriberNotices subscribers, Bills bills, SubscriberWords about, Outbox outbox) {
        this.address = publicUrl.strip().replaceAll("/+$", "");
        this.subscribers = subscribers;
        this.bills = bills;
        this.about = about;
        this.outbox = outbox;
    }

    /** A prepaid bill is nobody's debt: of its time the warning before the expiry speaks. */
    void issued(TenantId tenant, long billId) {
        Bill bill = bill(tenant, billId);
        if (bill.details().debt()) tell(tenant, Occasion.BILL_ISSUED, bill, "bill-issued/" + billId);
    }

    /** @param day relative to the due date */
    void dunned(TenantId tenant, long billId, int day, Action action) {
        Occasion occasion = switch (action) {
            case REMIND -> day <= 0 ? Occasion.BILL_DUE : Occasion.BILL_OVERDUE;
            case SUSPEND -> Occasion.BILL_SUSPENDED;
            // the fee is a bill of its own, which is told as such
            case LATE_FEE -> null;
        };
        if (occasion != null) tell(tenant, occasion, bill(tenant, billId), occasion.code() + "/" + billId + "/" + day);
    }

    private Bill bill(TenantId tenant, long id) {
        return bills.get(Caller.system(tenant, "messaging"), id);
    }

    /** Of the bill as it is now: events may come late, and nobody is asked for what is paid or taken back. */
    private void tell(TenantId tenant, Occasion occasion, Bill bill, String dedupeKey) {
        Money open = bill.open();
        if (!open.isPositive()) return;
        Map<String, String> words = new HashMap<>();
        words.put("number", bill.number());
        words.put("total", bill.total().toString());
        words.put("amount", open.toString());
        words.put("due", about.day(bill.dueAt(), outbox.settings(tenant)));
        words.put("link", link(tenant, bill.id()));
        subscribers.tell(tenant, occasion, bill.details().payerId(), bill.subscriptionId(), words, dedupeKey);
    }

    private String link(TenantId tenant, long billId) {
        Papers there = papers;
        return address.isEmpty() || there == null ? "" : address + there.publicLink(Caller.system(tenant, "messaging"), billId);
    }
}

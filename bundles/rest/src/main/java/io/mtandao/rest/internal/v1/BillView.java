package io.mtandao.rest.internal.v1;

import io.mtandao.api.billing.Bill;
import io.mtandao.rest.internal.edge.Field;
import io.mtandao.rest.internal.edge.Identified;
import io.mtandao.rest.internal.edge.Versioned;
import java.time.Instant;
import java.util.List;

/** A numbered bill or credit note. */
public record BillView(
        long id,
        int version,
        @Field(needed = true, eg = "B-000042") String number,
        long subscriberId,
        @Field(eg = "Grace Muthoni") String subscriberName,
        @Field(help = "null for what is for no subscription") Long subscriptionId,
        Instant periodFrom,
        Instant periodTo,
        @Field(needed = true, help = "what is to be paid, tax included; of a credit note: what was credited") Amount total,
        @Field(needed = true) Bill.State state,
        @Field(needed = true) Instant issuedAt,
        Instant dueAt,
        Instant paidAt,
        @Field(needed = true) List<BillLine> lines,
        @Field(needed = true) BillDetails details) implements Identified, Versioned {
    static BillView of(Bill b) {
        return new BillView(b.id(), b.version(), b.number(), b.subscriberId(), b.subscriberName(), b.subscriptionId(), b.periodFrom(), b.periodTo(),
            Amount.of(b.total()), b.state(), b.issuedAt(), b.dueAt(), b.paidAt(), b.lines().stream().map(BillLine::of).toList(), BillDetails.of(b.details()));
    }

    public record BillDetails(
            @Field(needed = true) Bill.Kind kind,
            @Field(help = "whether it was booked as a debt when it was written") boolean debt,
            @Field(help = "the subscriber whose wallet pays") long payerId,
            @Field(needed = true, help = "the total less its tax") Amount net,
            @Field(needed = true) Amount tax,
            @Field(needed = true, help = "so far") Amount paid,
            @Field(needed = true, help = "by credit notes") Amount credited,
            @Field(help = "of a credit note or a late fee: the bill's id") Long refersTo,
            @Field(eg = "billed twice", help = "of a void, a write-off or a credit note") String reason,
            @Field(help = "of the run that wrote it") Long runId) {
        static BillDetails of(Bill.Details d) {
            return new BillDetails(d.kind(), d.debt(), d.payerId(), Amount.of(d.net()), Amount.of(d.tax()), Amount.of(d.paid()), Amount.of(d.credited()),
                d.refersTo(), d.reason(), d.runId());
        }
    }
}

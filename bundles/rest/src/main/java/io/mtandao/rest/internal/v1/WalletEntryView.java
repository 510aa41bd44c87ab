package io.mtandao.rest.internal.v1;

import io.mtandao.api.billing.Ledger;
import io.mtandao.rest.internal.edge.Field;
import java.time.Instant;

/** One movement of a wallet. */
public record WalletEntryView(
        long id,
        @Field(needed = true) Instant at,
        @Field(needed = true, eg = "Payment R-17 by M-Pesa") String text,
        @Field(needed = true) Amount amount,
        @Field(needed = true) Amount balanceAfter,
        @Field(eg = "payment", help = "what it comes from") String sourceKind,
        @Field(eg = "17") String sourceId) {
    static WalletEntryView of(Ledger.WalletEntry e) {
        return new WalletEntryView(e.id(), e.at(), e.text(), Amount.of(e.amount()), Amount.of(e.balanceAfter()), e.sourceKind(), e.sourceId());
    }
}

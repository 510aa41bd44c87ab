package io.mtandao.api.billing;

import io.mtandao.api.Money;
import java.time.Instant;
import java.util.List;

/** A numbered bill; its lines explain themselves. */
public record Bill(
        long id,
        int version,
        String number,
        long subscriberId,
        String subscriberName,
        Long subscriptionId,
        Instant periodFrom,
        Instant periodTo,
        Money total,
        State state,
        Instant issuedAt,
        Instant dueAt,
        Instant paidAt,
        List<Line> lines) {
    public enum State {
        OPEN,
        PAID,
        VOID
    }

    public record Line(String text, int quantity, Money unitPrice, Money amount) {}
}

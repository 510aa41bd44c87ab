package io.mtandao.voucher.internal.rule;

import io.mtandao.api.Conflict;
import io.mtandao.api.voucher.Voucher.State;
import java.time.Instant;

/** What a voucher is at a moment. The state that is kept lags behind: nobody writes at the instant when a shelf life ends. */
public final class VoucherLife {
    private VoucherLife() {}

    public static State at(State kept, Instant sellBy, Instant now) {
        return kept == State.UNUSED && ShelfLife.isOver(sellBy, now) ? State.OVER : kept;
    }

    /** Why one that is not UNUSED is worth nothing. */
    public static Conflict refusal(State state) {
        return new Conflict(switch (state) {
            case USED -> "this voucher was used already";
            case OVER -> "the time in which this voucher had to be used is over";
            case WITHDRAWN -> "this voucher was withdrawn";
            case UNUSED -> throw new IllegalArgumentException("nothing to refuse");
        });
    }
}

package io.mtandao.billing.internal.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;

/** One thing that happens, as numbers: whom and how much it concerns is found when it is done, so that any part of a history is a history too. */
public record Act(Kind kind, int who, int size, int more) {
    /** With how often each happens among the others. */
    public enum Kind {
        PAY(14),
        PAY_IN_PARTS(6),
        PAY_AGAIN(2),
        ADJUST(3),
        TRANSFER(2),
        REFUND(2),
        VOUCHER(1),
        ACTIVATE(6),
        RENEW(4),
        BILL_NEXT(4),
        BILL_DUE(2),
        VOID(4),
        CREDIT(3),
        WRITE_OFF(2),
        PAUSE(5),
        RESUME(7),
        SUSPEND(2),
        CHANGE_NOW(6),
        CHANGE_AT_RENEWAL(3),
        CHANGE_NEXT(2),
        MOVE(3),
        CANCEL(2),
        TAKE(2),
        SETTLE_DEPOSIT(3),
        PAYER_GIVEN(3),
        PAYER_TAKEN(2),
        /** Of a bill that is paid in part. */
        PAYER_CHANGED(7),
        EDITION(4),
        EDITION_CANCELLED(1),
        ADD_ON(4),
        ADD_ON_ENDED(2),
        DISCOUNT(4),
        COUPON(2),
        DISCOUNT_ENDED(2),
        OWN_PRICE(3),
        DATA(7),
        TOP_UP(2),
        TIME(28),
        /** Time goes by while the platform is down, and the next act comes before the clock has caught up. */
        DOWN(4);

        private final int weight;

        Kind(int weight) {
            this.weight = weight;
        }
    }

    static final int MILLION = 1_000_000;

    static List<Act> some(Random random, int count, Collection<Kind> kinds) {
        List<Kind> urn = new ArrayList<>();
        for (Kind k : kinds) for (int i = 0; i < k.weight; i++) urn.add(k);
        List<Act> acts = new ArrayList<>();
        while (acts.size() < count) acts.add(new Act(urn.get(random.nextInt(urn.size())), random.nextInt(MILLION), random.nextInt(MILLION),
            random.nextInt(MILLION)));
        return acts;
    }

    <T> T whom(List<T> all) {
        return all.get(who % all.size());
    }

    <T> T other(List<T> all) {
        return all.get(more % all.size());
    }
}

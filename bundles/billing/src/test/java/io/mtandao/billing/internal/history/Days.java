package io.mtandao.billing.internal.history;

import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.kit.Isp;
import java.time.Duration;
import java.time.Instant;

/** Time that goes by, with the platform at work or down. */
final class Days {
    private static final Duration DAY = Duration.ofDays(1);
    private final Village village;
    private final Isp isp;
    private boolean down;

    Days(Village village) {
        this.village = village;
        isp = village.isp;
    }

    /** The next act, which ends the time of being down. @return whether it was */
    boolean up() {
        boolean was = down;
        down = false;
        return was;
    }

    String goOn(Act act, Seen seen) {
        Instant to = switch (act.size() % 6) {
            case 0 -> isp.clock.instant().plus(Duration.ofMinutes(1 + act.more() % 600));
            case 1 -> isp.clock.instant().plus(Duration.ofHours(1 + act.more() % 72));
            case 2, 3 -> isp.clock.instant().plus(Duration.ofHours(1 + act.more() % 300));
            case 4 -> isp.clock.instant().plus(Duration.ofDays(1 + act.more() % 45));
            default -> seen.subscriptions().stream().map(SubscriptionRow::getExpiresAt).filter(e -> e != null && e.isAfter(isp.clock.instant()))
                .min(Instant::compareTo)
                .orElse(isp.clock.instant()).plusSeconds(act.more() % 3 - 1L);
        };
        goOnUntil(to);
        return "it is now " + village.said(isp.clock.instant());
    }

    /** Day by day, so that whatever happens on the way is seen as well. */
    private void goOnUntil(Instant to) {
        while (isp.clock.instant().isBefore(to)) {
            Instant next = isp.clock.instant().plus(DAY);
            isp.itIs((next.isBefore(to) ? next : to).toString());
            village.watch.look();
        }
    }

    String fallDown(Act act) {
        down = true;
        Instant to = isp.clock.instant().plus(Duration.ofHours(1 + act.more() % (24 * 12)));
        isp.clock.set(to);
        return "the platform is down until " + village.said(to);
    }

    /** Then the clock has not caught up, and nothing is as it should be. */
    boolean isDown() {
        return down;
    }
}

package io.mtandao.billing.internal.life;

import io.mtandao.api.billing.SubscriptionActivated;
import io.mtandao.api.billing.SubscriptionChanged;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.api.billing.SubscriptionStopped;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.StepRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import org.osgi.service.component.annotations.Component;

/** The one place where a subscription enters a state: it writes the step down and tells the network. Which steps there are is {@code SubscriptionLife}. */
@Component(service = Life.class)
public final class Life {

    public void began(Desk d, SubscriptionRow s) {
        d.em().persist(new StepRow(s, null, d.now(), d.caller().name(), null, false));
    }

    /** @param why may be null */
    public void enter(Desk d, SubscriptionRow s, SubscriptionState next, String why) {
        step(d, s, next, why, false);
    }

    /** Cut by time or by dunning: the fuse counts it. */
    public void cut(Desk d, SubscriptionRow s, SubscriptionState next, String why) {
        step(d, s, next, why, true);
    }

    private void step(Desk d, SubscriptionRow s, SubscriptionState next, String why, boolean cut) {
        SubscriptionState was = s.getState();
        if (was == next) return;
        s.enter(next, why);
        d.em().persist(new StepRow(s, was, d.now(), d.caller().name(), why, cut));
        if (was.isServed() && !next.isServed()) d.raise(new SubscriptionStopped(s.getId(), s.getSubscriberId(), next));
        // cancelled from where it was not served: the network still has to forget it
        else if (next == SubscriptionState.CANCELLED || next == SubscriptionState.SUSPENDED) d.raise(new SubscriptionStopped(s.getId(), s.getSubscriberId(), next));
    }

    /** It is paid for, or let on again: until when may be new. */
    public void served(Desk d, SubscriptionRow s) {
        if (!s.getState().isServed()) return;
        if (s.getExpiresAt() == null) d.raise(new SubscriptionChanged(s.getId(), null, null));
        else d.raise(new SubscriptionActivated(s.getId(), s.getSubscriberId(), s.getExpiresAt()));
    }
}

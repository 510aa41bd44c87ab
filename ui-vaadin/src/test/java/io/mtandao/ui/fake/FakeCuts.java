package io.mtandao.ui.fake;

import static io.mtandao.ui.fake.FakeTenant.kes;

import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Page;
import io.mtandao.api.billing.CutOffs;
import io.mtandao.api.billing.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Cuts to come, and fuses. */
public final class FakeCuts implements CutOffs {
    public final List<CutOff> cuts = new ArrayList<>();
    public final List<FuseState> fuses = new ArrayList<>();

    public FakeCuts fill(FakeBilling billing) {
        Instant now = Instant.now();
        for (int i = 0; i < 9; i++) {
            Subscription s = billing.subscriptions.get(i * 7 + 1);
            cuts.add(new CutOff(s.id(), s.subscriberId(), s.subscriberName(), s.accountNumber(), s.packageName(), i % 4 == 3 ? 2L : 1L, now.plus(Duration.ofMinutes(40 + 25L * i)),
                kes(1500 - 100 * i), i % 3 == 1 ? "Bill INV-0091" + i + " is 10 days overdue" : "Expires, and the wallet does not cover the next period"));
        }
        fuses.add(new FuseState(null, "Nairobi Net", 182, 11, 0, 40, null));
        fuses.add(new FuseState(1L, "Rongai tower", 140, 6, 0, 40, null));
        fuses.add(new FuseState(2L, "Thika", 42, 5, 0, 40, null));
        return this;
    }

    /** From now on this router's fuse is blown. */
    public void blow(long routerId) {
        fuses.replaceAll(f -> Objects.equals(f.routerId(), routerId) ? new FuseState(routerId, f.name(), f.served(), 17, 23, f.percent(), Instant.now().minusSeconds(1800)) : f);
    }

    @Override
    public Page<CutOff> preview(Caller caller, Instant until, ListQuery q) {
        return Lists.page(cuts, q, c -> Lists.is(q, "routerId", c.routerId()));
    }

    @Override
    public List<FuseState> fuses(Caller caller) {
        return List.copyOf(fuses);
    }

    @Override
    public void reset(Caller caller, Long routerId, String reason) {
        fuses.replaceAll(f -> Objects.equals(f.routerId(), routerId) ? new FuseState(routerId, f.name(), f.served(), f.cut(), 0, f.percent(), null) : f);
    }
}

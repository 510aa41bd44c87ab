package io.mtandao.ui.fake;

import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Page;
import io.mtandao.api.extension.CallbackInbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Callbacks in memory. */
public final class FakeInbox implements CallbackInbox {
    public final List<Entry> all = new ArrayList<>();

    public FakeInbox fill() {
        Instant now = Instant.now();
        all.add(new Entry(3, "mpesa", "confirm", State.WAITING, "plugin away", "{\"TransID\":\"SKR7H2XQ11\",\"TransAmount\":\"1500.00\",\"BillRefNumber\":\"MT1003\"}", "196.201.214.200", 2, now.minusSeconds(50), null));
        all.add(new Entry(2, "mpesa", "confirm", State.DONE, "booked R-02400", "{\"TransID\":\"SKR7H2XQ10\",\"TransAmount\":\"2000.00\"}", "196.201.214.200", 1, now.minusSeconds(500), now.minusSeconds(499)));
        all.add(new Entry(1, "africastalking", "delivery", State.FAILED, "unknown message id", "id=ATXid_1&status=Success", "52.48.80.1", 5, now.minusSeconds(5000), null));
        return this;
    }

    @Override
    public Answer receive(Arrival arrival) {
        throw new UnsupportedOperationException("not for the UI");
    }

    @Override
    public Page<Entry> list(Caller caller, ListQuery q) {
        return Lists.page(all, q, e -> Lists.is(q, "plugin", e.plugin()) && Lists.is(q, "state", e.state()));
    }

    @Override
    public void replay(Caller caller, long id) {
        all.replaceAll(e -> e.id() == id ? new Entry(id, e.plugin(), e.purpose(), State.DONE, "booked", e.body(), e.address(), e.tries() + 1, e.receivedAt(), Instant.now()) : e);
    }
}

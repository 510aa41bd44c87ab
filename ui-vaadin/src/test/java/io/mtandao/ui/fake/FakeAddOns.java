package io.mtandao.ui.fake;

import static io.mtandao.ui.fake.FakeTenant.kes;

import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.NotFound;
import io.mtandao.api.Page;
import io.mtandao.api.billing.AddOn;
import io.mtandao.api.billing.AddOns;
import java.util.ArrayList;
import java.util.List;

/** Add-ons in memory; the first one was sold. */
public final class FakeAddOns implements AddOns {
    public final List<AddOn> all = new ArrayList<>();

    public FakeAddOns fill() {
        all.add(new AddOn(1, 1, "Public IP address", kes(500), true, true, null, 0, false));
        all.add(new AddOn(2, 1, "Router Tenda AC5", kes(3_200), false, true, null, 0, false));
        all.add(new AddOn(3, 1, "10 GB more", kes(250), false, true, null, 10_000, false));
        all.add(new AddOn(4, 1, "Old set-top box", kes(1_000), false, false, "excise", 0, true));
        return this;
    }

    @Override
    public Page<AddOn> list(Caller caller, ListQuery q) {
        return Lists.page(all, q, a -> Lists.is(q, "archived", a.archived()) && Lists.is(q, "recurring", a.recurring()) && Lists.has(q.search(), a.name()));
    }

    @Override
    public AddOn get(Caller caller, long id) {
        return all.stream().filter(a -> a.id() == id).findFirst().orElseThrow(() -> new NotFound("add-on"));
    }

    @Override
    public AddOn create(Caller caller, Draft d) {
        AddOn a = new AddOn(all.size() + 1L, 1, d.name(), d.price(), d.recurring(), d.taxIncluded(), d.taxCode(), d.dataMegabytes(), false);
        all.add(a);
        return a;
    }

    @Override
    public AddOn update(Caller caller, long id, int version, Draft d) {
        AddOn old = get(caller, id);
        AddOn a = new AddOn(id, version + 1, d.name(), d.price(), d.recurring(), d.taxIncluded(), d.taxCode(), d.dataMegabytes(), old.archived());
        all.set(all.indexOf(old), a);
        return a;
    }

    @Override
    public void delete(Caller caller, long id) {
        AddOn a = get(caller, id);
        if (id == 1) all.set(all.indexOf(a), new AddOn(a.id(), a.version() + 1, a.name(), a.price(), a.recurring(), a.taxIncluded(), a.taxCode(), a.dataMegabytes(), true));
        else all.remove(a);
    }
}

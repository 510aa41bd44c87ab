package io.mtandao.ui.fake;

import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.NotFound;
import io.mtandao.api.Page;
import io.mtandao.api.billing.AddOn;
import io.mtandao.api.billing.AddOns;
import java.util.List;

/** What is sold beside packages, in memory. */
public final class FakeAddOns implements AddOns {
    public final List<AddOn> all;

    public FakeAddOns(List<AddOn> all) {
        this.all = all;
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
        AddOn a = new AddOn(id, version + 1, d.name(), d.price(), d.recurring(), d.taxIncluded(), d.taxCode(), d.dataMegabytes(), false);
        all.replaceAll(x -> x.id() == id ? a : x);
        return a;
    }

    @Override
    public void delete(Caller caller, long id) {
        all.remove(get(caller, id));
    }
}

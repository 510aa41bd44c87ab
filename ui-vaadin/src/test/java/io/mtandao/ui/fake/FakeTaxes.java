package io.mtandao.ui.fake;

import io.mtandao.api.Caller;
import io.mtandao.api.Conflict;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.NotFound;
import io.mtandao.api.Page;
import io.mtandao.api.Stale;
import io.mtandao.api.billing.TaxRate;
import io.mtandao.api.billing.Taxes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Tax rates in memory, which never overlap. */
public final class FakeTaxes implements Taxes {
    public final List<TaxRate> all = new ArrayList<>();

    public FakeTaxes fill() {
        LocalDate today = LocalDate.now();
        all.add(new TaxRate(1, 1, "default", "VAT", 1600, today.minusYears(3), null));
        all.add(new TaxRate(2, 1, "excise", "Excise duty", 1500, today.minusYears(2), today.plusDays(60)));
        all.add(new TaxRate(3, 1, "excise", "Excise duty", 2000, today.plusDays(61), null));
        all.add(new TaxRate(4, 1, "old", "Old levy", 250, today.minusYears(4), today.minusYears(1)));
        return this;
    }

    @Override
    public Page<TaxRate> list(Caller caller, ListQuery q) {
        return Lists.page(all, q, r -> Lists.is(q, "code", r.code()) && Lists.has(q.search(), r.code(), r.name()));
    }

    @Override
    public TaxRate get(Caller caller, long id) {
        return all.stream().filter(r -> r.id() == id).findFirst().orElseThrow(() -> new NotFound("tax"));
    }

    private void room(Draft d, long except) {
        for (TaxRate r : all)
            if (r.id() != except && r.code().equals(d.code()) && (r.until() == null || !d.from().isAfter(r.until()))
                && (d.until() == null || !d.until().isBefore(r.from())))
                throw new Conflict("another rate of this code holds on one of these days");
    }

    @Override
    public TaxRate create(Caller caller, Draft d) {
        room(d, 0);
        TaxRate r = new TaxRate(all.size() + 1L, 1, d.code(), d.name(), d.percentHundredths(), d.from(), d.until());
        all.add(r);
        return r;
    }

    @Override
    public TaxRate update(Caller caller, long id, int version, Draft d) {
        TaxRate old = get(caller, id);
        if (old.version() != version) throw new Stale("tax");
        room(d, id);
        TaxRate r = new TaxRate(id, version + 1, d.code(), d.name(), d.percentHundredths(), d.from(), d.until());
        all.set(all.indexOf(old), r);
        return r;
    }

    @Override
    public Money withTax(Caller caller, Money net, String code) {
        return net.plus(Money.of(Math.round(net.minor() * 0.16), net.currency()));
    }

    @Override
    public void delete(Caller caller, long id) {
        if (!get(caller, id).from().isAfter(LocalDate.now())) throw new Conflict("its first day has come; give it a last day instead");
        all.remove(get(caller, id));
    }
}

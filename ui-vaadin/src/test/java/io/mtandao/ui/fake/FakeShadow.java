package io.mtandao.ui.fake;

import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.Page;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.ShadowBilling;
import java.util.List;

/** Bills of {@link FakeBilling} again: with one tenth more where a price, an edition or a tax is assumed for their package, as they were otherwise. */
public final class FakeShadow implements ShadowBilling {
    private final FakeBilling billing;

    public FakeShadow(FakeBilling billing) {
        this.billing = billing;
    }

    private List<Difference> all(Assumption a) {
        return billing.bills.stream().filter(b -> b.state() != Bill.State.VOID && !b.issuedAt().isBefore(a.from()) && b.issuedAt().isBefore(a.to())).map(b -> one(a, b)).toList();
    }

    private Difference one(Assumption a, Bill b) {
        long pack = billing.subscriptions.stream().filter(s -> s.id() == b.subscriptionId()).findFirst().orElseThrow().packageId();
        Money priced = a.prices().getOrDefault(pack, b.total());
        Money would = a.editions().containsKey(pack) || a.taxPercentHundredths() != null ? Money.of(priced.minor() * 11 / 10, priced.currency()) : priced;
        return new Difference(b.id(), b.number(), b.subscriberId(), b.subscriberName(), b.total(), would, would.minus(b.total()), List.of(new Bill.Line(b.lines().get(0).text(), 1, would, would)));
    }

    @Override
    public Page<Difference> compare(Caller caller, Assumption a, ListQuery q) {
        return Lists.page(all(a), q, d -> true);
    }

    @Override
    public Sum sum(Caller caller, Assumption a) {
        List<Difference> all = all(a);
        Money zero = FakeTenant.kes(0);
        Money was = all.stream().map(Difference::was).reduce(zero, Money::plus);
        Money would = all.stream().map(Difference::wouldBe).reduce(zero, Money::plus);
        return new Sum(all.size(), all.stream().filter(d -> !d.difference().isZero()).count(), was, would, would.minus(was));
    }
}

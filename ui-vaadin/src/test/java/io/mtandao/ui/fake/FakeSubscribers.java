package io.mtandao.ui.fake;

import static io.mtandao.ui.fake.FakeTenant.kes;

import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.NotFound;
import io.mtandao.api.Page;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscriber.Details;
import io.mtandao.api.billing.Subscriber.Standing;
import io.mtandao.api.billing.Subscribers;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.SubscriptionState;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Subscribers in memory, each with the standing that its subscriptions give it. */
public final class FakeSubscribers implements Subscribers {
    private static final List<SubscriptionState> BEST_FIRST = List.of(SubscriptionState.ACTIVE, SubscriptionState.TRIAL, SubscriptionState.GRACE, SubscriptionState.EXPIRED,
        SubscriptionState.SUSPENDED, SubscriptionState.PAUSED, SubscriptionState.PENDING, SubscriptionState.CANCELLED);
    private final FakeBilling billing;

    public FakeSubscribers(FakeBilling billing) {
        this.billing = billing;
    }

    private boolean fits(ListQuery q, Subscriber s) {
        String state = q.filters().get("state");
        boolean in = state == null || billing.subscriptions.stream().anyMatch(x -> x.subscriberId() == s.id() && x.state().name().equalsIgnoreCase(state));
        String tag = q.filters().get("tag");
        return in && (!q.filters().containsKey("debt") || s.balance().isNegative()) && (tag == null || s.details().tags().contains(tag))
            && Lists.is(q, "zone", s.details().zone()) && Lists.is(q, "payerId", s.details().payerId()) && Lists.has(q.search(), s.name(), s.phone(), s.accountNumber());
    }

    private Subscriber standing(Subscriber s) {
        List<Subscription> of = billing.subscriptions.stream().filter(x -> x.subscriberId() == s.id()).toList();
        Standing standing = of.stream().min(Comparator.comparing(x -> BEST_FIRST.indexOf(x.state()))).map(x -> new Standing(x.state(), x.expiresAt(),
            (int) of.stream().filter(y -> y.state() != SubscriptionState.CANCELLED).count())).orElse(null);
        return new Subscriber(s.id(), s.version(), s.name(), s.phone(), s.email(), s.accountNumber(), s.place(), s.notes(), s.balance(), s.createdAt(), s.details(), standing);
    }

    @Override
    public Page<Subscriber> list(Caller caller, ListQuery q) {
        List<Subscriber> sorted = new ArrayList<>(billing.subscribers);
        if ("name".equals(q.sort())) sorted.sort(Comparator.comparing(Subscriber::name));
        if ("-name".equals(q.sort())) sorted.sort(Comparator.comparing(Subscriber::name).reversed());
        return Lists.page(sorted, q, s -> fits(q, s)).map(this::standing);
    }

    @Override
    public long count(Caller caller, ListQuery q) {
        return billing.subscribers.stream().filter(s -> fits(q, s)).count();
    }

    @Override
    public Subscriber get(Caller caller, long id) {
        return standing(billing.subscriber(id));
    }

    @Override
    public Subscriber create(Caller caller, Draft d) {
        Subscriber s = new Subscriber(billing.subscribers.size() + 1L, 1, d.name(), d.phone(), d.email(), d.accountNumber() == null ? "MT-9000" : d.accountNumber(), d.place(), d.notes(), kes(0),
            Instant.now(), d.details() == null ? Details.NONE : named(d.details()), null);
        billing.subscribers.add(0, s);
        return s;
    }

    @Override
    public Subscriber update(Caller caller, long id, int version, Draft d) {
        Subscriber old = billing.subscriber(id);
        return billing.put(new Subscriber(id, version + 1, d.name(), d.phone(), d.email(), d.accountNumber(), d.place(), d.notes(), old.balance(), old.createdAt(),
            d.details() == null ? old.details() : named(d.details()), null));
    }

    private Details named(Details d) {
        String payer = d.payerId() == null ? null : billing.subscriber(d.payerId()).name();
        return new Details(d.building(), d.unit(), d.zone(), d.point(), d.contacts(), d.tags(), d.custom(), d.payerId(), payer);
    }

    @Override
    public void delete(Caller caller, long id) {
        if (!billing.subscribers.removeIf(s -> s.id() == id)) throw new NotFound("subscriber");
    }

    @Override
    public Optional<Subscriber> byAccount(Caller caller, String ref) {
        String wanted = ref.replaceAll("[ -]", "");
        return billing.subscribers.stream().filter(s -> s.accountNumber().replaceAll("[ -]", "").equalsIgnoreCase(wanted)).findFirst();
    }

    @Override
    public void exportCsv(Caller caller, ListQuery q, Writer out) throws IOException {
        out.write("\uFEFFName,Account\n");
        for (Subscriber s : billing.subscribers) if (fits(q, s)) out.write(s.name() + "," + s.accountNumber() + "\n");
    }

    @Override
    public Map<String, Long> tags(Caller caller) {
        Map<String, Long> out = new TreeMap<>();
        billing.subscribers.forEach(s -> s.details().tags().forEach(t -> out.merge(t, 1L, Long::sum)));
        return out;
    }
}

package io.mtandao.ui.fake;

import io.mtandao.api.Caller;
import io.mtandao.api.Conflict;
import io.mtandao.api.ListQuery;
import io.mtandao.api.NotFound;
import io.mtandao.api.Page;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.router.Router;
import io.mtandao.api.router.Routers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Routers in memory; services follow their subscription at once. */
public final class FakeNetwork implements Routers {
    public static final String FINGERPRINT = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    public final List<Router> all = new ArrayList<>();
    public final Map<Long, NetworkState> states = new LinkedHashMap<>();
    private final FakeBilling billing;

    public FakeNetwork(FakeBilling billing) {
        this.billing = billing;
    }

    public FakeNetwork fill() {
        all.add(new Router(1, 1, "Rongai tower", "mikrotik", "10.8.0.2", 8729, "mtandao", true, FINGERPRINT, Router.Health.UP, "RouterOS 7.20.1, up 41 days", Instant.now().minusSeconds(40), 180, 0));
        all.add(new Router(2, 1, "Thika", "mikrotik", "10.8.0.3", 8728, "mtandao", false, null, Router.Health.DOWN, "no answer within 5 s", Instant.now().minusSeconds(300), 60, 2));
        return this;
    }

    @Override
    public Page<Router> list(Caller caller, ListQuery q) {
        return Lists.page(all, q, r -> Lists.is(q, "health", r.health()));
    }

    @Override
    public Router get(Caller caller, long id) {
        return all.stream().filter(r -> r.id() == id).findFirst().orElseThrow(() -> new NotFound("router"));
    }

    @Override
    public Router create(Caller caller, Draft d) {
        Router r = new Router(all.size() + 1L, 1, d.name(), d.driver(), d.host(), d.port(), d.user(), d.tls(), d.fingerprint(), Router.Health.UNKNOWN, null, null, 0, 0);
        all.add(r);
        return r;
    }

    @Override
    public Router update(Caller caller, long id, int version, Draft d) {
        Router o = get(caller, id);
        Router r = new Router(id, version + 1, d.name(), d.driver(), d.host(), d.port(), d.user(), d.tls(), d.fingerprint(), o.health(), o.healthText(), o.lookedAt(), o.subscriptions(), o.failing());
        all.set(all.indexOf(o), r);
        return r;
    }

    @Override
    public void delete(Caller caller, long id) {
        if (get(caller, id).subscriptions() > 0) throw new Conflict("subscriptions use this router");
        all.remove(get(caller, id));
    }

    @Override
    public Probe test(Caller caller, long id) {
        Router r = get(caller, id);
        if (r.health() == Router.Health.DOWN) return new Probe(false, "No answer from " + r.host() + ":" + r.port() + " within 5 s", null, Map.of());
        if (r.tls() && r.fingerprint() == null) return new Probe(false, "The router shows a certificate that nobody has confirmed yet", FINGERPRINT, Map.of());
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("version", "7.20.1 (stable)");
        facts.put("board", "CCR2004-1G-12S+2XS");
        facts.put("uptime", "5w6d02:11:40");
        facts.put("cpu load", "7 %");
        return new Probe(true, "Connected", r.fingerprint(), facts);
    }

    @Override
    public List<Secret> secrets(Caller caller, long id) {
        return List.of();
    }

    @Override
    public List<Profile> profiles(Caller caller, long id) {
        return List.of();
    }

    @Override
    public Optional<NetworkState> state(Caller caller, long subscriptionId) {
        if (states.containsKey(subscriptionId)) return Optional.of(states.get(subscriptionId));
        return billing.subscriptions.stream().filter(s -> s.id() == subscriptionId && s.routerId() != null).findFirst().map(FakeNetwork::of);
    }

    private static NetworkState of(Subscription s) {
        boolean active = s.state().isServed();
        boolean fails = s.id() % 11 == 3;
        return new NetworkState(s.id(), s.routerId(), s.pppoeUser(), active, !fails, fails ? "Thika does not answer; next try in 40 s" : null, fails ? 3 : 0, Instant.now().minusSeconds(500),
            fails ? null : Instant.now().minusSeconds(498), active && !fails ? Boolean.TRUE : null);
    }

    @Override
    public List<NetworkState> failing(Caller caller, int most) {
        return List.of();
    }

    @Override
    public void sync(Caller caller, long subscriptionId) {}
}

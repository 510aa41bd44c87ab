package io.mtandao.api.router;

import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Routers and the state of services on them. Filters: {@code health}. */
public interface Routers {
    Page<Router> list(Caller caller, ListQuery query);

    Router get(Caller caller, long id);

    Router create(Caller caller, Draft draft);

    Router update(Caller caller, long id, int version, Draft draft);

    /** @throws io.mtandao.api.Conflict while subscriptions stand on it, also pending and expired ones: they must be moved to another first */
    void delete(Caller caller, long id);

    /** Connects now and reads the router's resources; writes the health. With TLS and no pinned certificate, tells its fingerprint to be confirmed. */
    Probe test(Caller caller, long id);

    /** The router's PPP secrets with passwords, for import. @throws io.mtandao.api.Unavailable when it cannot be reached */
    List<Secret> secrets(Caller caller, long id);

    List<Profile> profiles(Caller caller, long id);

    /** How a subscription stands on its router. */
    Optional<NetworkState> state(Caller caller, long subscriptionId);

    /** The newest states that failed. */
    List<NetworkState> failing(Caller caller, int most);

    /** Applies the desired state now, for example after somebody repaired the router. */
    void sync(Caller caller, long subscriptionId);

    /** @param password null to keep it @param fingerprint null with TLS: to be learnt by {@link #test} and confirmed by an update */
    record Draft(String name, String driver, String host, int port, String user, String password, boolean tls, String fingerprint) {}

    /** @param facts what the router says of itself: version, board, uptime, cpu load … */
    record Probe(boolean ok, String text, String fingerprint, Map<String, String> facts) {}

    record Secret(String name, String password, String profile, String service, boolean disabled, String comment) {}

    /** @param rateLimit RouterOS grammar, upload first */
    record Profile(String name, String rateLimit) {}

    /**
     * @param allowed whether it is to be let on now
     * @param applied whether the router has what is desired
     * @param error the last failure for a person, or null
     * @param online whether a session was seen at the last look, null when not known
     * @param opensAt of a service that is paid for and off only because of its package's hours of use: when they begin next; null otherwise
     */
    record NetworkState(
            long subscriptionId, Long routerId, String user, boolean allowed, boolean applied, String error, int tries, Instant changedAt, Instant appliedAt,
            Boolean online, Instant opensAt) {
        public NetworkState(long subscriptionId, Long routerId, String user, boolean allowed, boolean applied, String error, int tries, Instant changedAt,
                Instant appliedAt, Boolean online) {
            this(subscriptionId, routerId, user, allowed, applied, error, tries, changedAt, appliedAt, online, null);
        }

        /** Whether it is off now because of its hours of use, and for no other reason. */
        public boolean closed() {
            return opensAt != null;
        }
    }
}

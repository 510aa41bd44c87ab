package io.mtandao.spi.network;

import io.mtandao.spi.Plugin;
import io.mtandao.spi.TenantContext;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/** Speaks to one make of router. Every operation may be repeated without harm. */
@ConsumerType
public interface NetworkDriver<S> extends Plugin<S> {
    /**
     * Makes the router have this service as described: creates or corrects the secret, its profile and whether it is enabled, and ends a live session
     * that would go on with the old state (cut, or changed speed).
     *
     * @throws io.mtandao.spi.VendorProblem RETRY unreachable or busy; MISCONFIGURED wrong login, certificate or rights; REFUSED otherwise
     */
    Applied apply(TenantContext<S> context, RouterAddress router, Service service);

    /** Makes the router forget a user and ends its session. A user that is not there is fine. */
    void remove(TenantContext<S> context, RouterAddress router, String user);

    /** Ends a live session. @return whether there was one */
    boolean kick(TenantContext<S> context, RouterAddress router, String user);

    /** Names of the users with a live session now. */
    java.util.Set<String> online(TenantContext<S> context, RouterAddress router);

    /** Facts for a person: version, board, uptime, cpu load, sessions. */
    Map<String, String> resources(TenantContext<S> context, RouterAddress router);

    /** SHA-256 in hex of the certificate the router shows now, without believing it; for confirmation by a person. */
    String fingerprint(TenantContext<S> context, RouterAddress router);

    List<Secret> secrets(TenantContext<S> context, RouterAddress router);

    List<Profile> profiles(TenantContext<S> context, RouterAddress router);

    /**
     * @param host an address literal, which the platform has resolved and found allowed: a driver connects to it and to nothing else
     * @param fingerprint SHA-256 of the certificate to be believed, hex; null without TLS
     */
    record RouterAddress(String host, int port, String user, String password, boolean tls, String fingerprint) {
        @Override
        public String toString() {
            return user + "@" + host + ":" + port;
        }
    }

    /** @param id the platform's, written into the comment @param downKbps towards the subscriber, kilobit (1000) per second; 0 for no limit */
    record Service(String id, String user, String password, String profile, int downKbps, int upKbps, boolean allowed, String comment) {
        @Override
        public String toString() {
            return user + (allowed ? " allowed" : " cut");
        }
    }

    /** @param online whether a session is live after it @param changed what was changed, for the log; empty when the router had it already */
    record Applied(boolean online, List<String> changed) {}

    record Secret(String name, String password, String profile, String service, boolean disabled, String comment) {}

    record Profile(String name, String rateLimit) {}
}

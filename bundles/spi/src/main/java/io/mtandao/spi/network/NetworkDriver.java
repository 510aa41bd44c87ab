package io.mtandao.spi.network;

import io.mtandao.api.billing.PackageTerms;
import io.mtandao.api.billing.ServiceType;
import io.mtandao.spi.Plugin;
import io.mtandao.spi.TenantContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Speaks to one make of router. Every operation may be repeated without harm. Which kinds of service it delivers are its capabilities: {@code pppoe},
 * {@code hotspot}, {@code static-ip}.
 */
@ConsumerType
public interface NetworkDriver<S> extends Plugin<S> {
    /** Whether services of that kind can be put on routers of this make. The platform asks before it calls. */
    default boolean delivers(ServiceType kind) {
        return describe().capabilities().contains(kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /**
     * Makes the router have this service as described: creates or corrects what lets this subscriber on, its speed and whether it is enabled, and ends a
     * live session that would go on with the old state (cut, or changed speed). The speed is set wholly: a burst that is not described is taken away. What
     * is not the platform's own is left alone and refused.
     *
     * @throws io.mtandao.spi.VendorProblem RETRY unreachable or busy; MISCONFIGURED wrong login, certificate or rights; REFUSED otherwise, also a kind that
     *     it does not deliver: never another kind in its place
     */
    Applied apply(TenantContext<S> context, RouterAddress router, Service service);

    /** Makes the router forget a service and ends its session. One that is not there is fine; one that belongs to another id by now stays. */
    void remove(TenantContext<S> context, RouterAddress router, Former former);

    /** Ends a live session. @return whether there was one */
    boolean kick(TenantContext<S> context, RouterAddress router, ServiceType kind, String user);

    /** Names of the users with a live session of that kind now; none for a kind without sessions (STATIC_IP). */
    Set<String> online(TenantContext<S> context, RouterAddress router, ServiceType kind);

    /** What the router has of that kind now, so that the platform sees what got lost or was changed by hand; read in bulk. */
    List<Found> found(TenantContext<S> context, RouterAddress router, ServiceType kind);

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

    /**
     * What one subscriber is to have.
     *
     * @param id the platform's, written into the comment
     * @param deviceLimit devices at once; 0 for any number
     * @param address for STATIC_IP; null otherwise
     * @param mac of a STATIC_IP or HOTSPOT subscriber, like 4C:5E:0C:12:34:56; null when not known
     */
    record Service(
            String id, ServiceType kind, String user, String password, String profile, Speed speed, int deviceLimit, String address, String mac,
            boolean allowed, String comment) {
        @Override
        public String toString() {
            return kind + " " + user + (allowed ? " allowed" : " cut");
        }
    }

    /**
     * @param downKbps towards the subscriber, kilobit (1000) per second; 0 for no limit
     * @param burst null for none
     * @param personal differs for now from that of the others on the same profile (fair use, used-up data), who must not get it
     */
    record Speed(int downKbps, int upKbps, PackageTerms.Burst burst, boolean personal) {}

    /**
     * @param id that the platform wrote with it; null when a person made it
     * @param allowed whether the subscriber gets on
     * @param speed that he gets then, never personal; null when he does not get on, and where the driver does not keep the speed of what is there
     */
    record Found(String id, String user, boolean allowed, Speed speed) {
        public Found(String id, String user, boolean allowed) {
            this(id, user, allowed, null);
        }
    }

    /** A service that is to go. */
    record Former(String id, ServiceType kind, String user) {}

    /**
     * @param online whether a session is live after it; null for a kind without sessions
     * @param changed what was changed, for the log; empty when the router had it already
     */
    record Applied(Boolean online, List<String> changed) {}

    record Secret(String name, String password, String profile, String service, boolean disabled, String comment) {}

    record Profile(String name, String rateLimit) {}
}

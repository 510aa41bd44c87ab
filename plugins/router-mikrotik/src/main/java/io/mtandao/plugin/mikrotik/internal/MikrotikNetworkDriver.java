package io.mtandao.plugin.mikrotik.internal;

import io.mtandao.api.billing.ServiceType;
import io.mtandao.spi.Health;
import io.mtandao.spi.PluginDescription;
import io.mtandao.spi.TenantContext;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.VendorProblem.Outcome;
import io.mtandao.spi.network.NetworkDriver;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;

/** Keeps subscribers' services on MikroTik routers through the RouterOS binary API. Immediate, so that connections outlive a call. */
@Component(service = NetworkDriver.class, name = "io.mtandao.plugin.mikrotik", immediate = true)
@Designate(ocd = MikrotikOperation.class)
public final class MikrotikNetworkDriver implements NetworkDriver<MikrotikSettings> {
    private static final Duration CANCEL_GRACE = Duration.ofSeconds(1);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    private static final String LEFT_ONLINE = "These settings would leave suspended subscribers online: disable their secrets, or name the"
            + " profile they are to be moved to";

    private final Timeouts timeouts;
    private final OpenRouters routers;

    @Activate
    public MikrotikNetworkDriver(MikrotikOperation operation) {
        this(new Timeouts(Duration.ofSeconds(operation.connectSeconds()), Duration.ofSeconds(operation.loginSeconds()),
                Duration.ofSeconds(operation.commandSeconds()), CANCEL_GRACE, Duration.ofSeconds(operation.idleSeconds())),
                operation.maxOpenRouters());
    }

    MikrotikNetworkDriver(Timeouts timeouts, int maxOpenRouters) {
        this.timeouts = timeouts;
        this.routers = new OpenRouters(timeouts, maxOpenRouters);
    }

    @Deactivate
    void close() {
        routers.close();
    }

    @Override
    public PluginDescription describe() {
        return new PluginDescription("mikrotik", "MikroTik RouterOS", "PPPoE, hotspot and fixed addresses on MikroTik routers, over the router's own API.",
                "vaadin:server", Set.of("pppoe", "hotspot", "static-ip"), List.of(), List.of(), List.of());
    }

    @Override
    public Class<MikrotikSettings> settingsType() {
        return MikrotikSettings.class;
    }

    @Override
    public Map<String, String> faults(MikrotikSettings settings) {
        return leavesSuspendedOnline(settings) ? Map.of("suspendedProfile", "must be given while the secrets of suspended subscribers stay enabled, or they stay online") : Map.of();
    }

    /** Looks at the settings alone: which routers there are is not among them; each is tried on its own page. */
    @Override
    public Health test(TenantContext<MikrotikSettings> context) {
        return leavesSuspendedOnline(context.settings()) ? Health.bad(LEFT_ONLINE)
                : Health.ok("The settings are in order. Each router is tested on its own page.");
    }

    @Override
    public Applied apply(TenantContext<MikrotikSettings> context, RouterAddress router, Service service) {
        if (service.kind() == ServiceType.PPPOE && !service.allowed() && leavesSuspendedOnline(context.settings())) {
            throw new VendorProblem(Outcome.MISCONFIGURED, LEFT_ONLINE);
        }
        if (isEmpty(service.user()) || service.kind() != ServiceType.STATIC_IP && isEmpty(service.password())) {
            throw new VendorProblem(Outcome.REFUSED, "A service needs a user name and a password");
        }
        return on(context, router, connection -> kind(connection, service.kind(), context.settings()).apply(service));
    }

    @Override
    public void remove(TenantContext<MikrotikSettings> context, RouterAddress router, Former former) {
        on(context, router, connection -> kind(connection, former.kind(), context.settings()).remove(former));
    }

    @Override
    public boolean kick(TenantContext<MikrotikSettings> context, RouterAddress router, ServiceType kind, String user) {
        return on(context, router, connection -> kind(connection, kind, context.settings()).kick(user));
    }

    @Override
    public Set<String> online(TenantContext<MikrotikSettings> context, RouterAddress router, ServiceType kind) {
        return on(context, router, connection -> kind(connection, kind, context.settings()).online());
    }

    @Override
    public List<Found> found(TenantContext<MikrotikSettings> context, RouterAddress router, ServiceType kind) {
        return on(context, router, connection -> kind(connection, kind, context.settings()).found());
    }

    private static ServiceOnRouter kind(RouterConnection router, ServiceType kind, MikrotikSettings settings) {
        return switch (kind) {
            case PPPOE -> new AccountOnRouter(Access.PPP, Accounts.secrets(router, settings), profiles(router, settings),
                    new Sessions(router, Access.PPP, LOOK_AGAIN), settings);
            case HOTSPOT -> new AccountOnRouter(Access.HOTSPOT, Accounts.hotspotUsers(router, settings),
                    new Profiles(router, Access.HOTSPOT, settings.hotspotProfileLike(), settings.correctSpeed()),
                    new Sessions(router, Access.HOTSPOT, LOOK_AGAIN), settings);
            case STATIC_IP -> new AddressOnRouter(new Queues(router), new CutList(router, settings), new Leases(router, settings));
        };
    }

    private static Profiles profiles(RouterConnection router, MikrotikSettings settings) {
        return new Profiles(router, Access.PPP, settings.newProfileLike(), settings.correctSpeed());
    }

    @Override
    public Map<String, String> resources(TenantContext<MikrotikSettings> context, RouterAddress router) {
        return on(context, router, connection -> new RouterFacts(connection).read());
    }

    @Override
    public String fingerprint(TenantContext<MikrotikSettings> context, RouterAddress router) {
        if (!router.tls()) {
            throw new VendorProblem(Outcome.MISCONFIGURED, "The router is set up without TLS: it shows no certificate");
        }
        // with no pin the handshake ends at the certificate: user and password are not sent
        RouterAccess unpinned = new RouterAccess(router.host(), router.port(), true, null, "", "", false);
        try (RouterConnection never = RouterConnection.open(unpinned, timeouts, WireLimits.USUAL)) {
            throw new IllegalStateException("a certificate nobody pinned was trusted: " + never);
        } catch (UnconfirmedCertificate e) {
            return e.seen().hex();
        } catch (RouterFault e) {
            throw e.asVendorProblem();
        }
    }

    @Override
    public List<Secret> secrets(TenantContext<MikrotikSettings> context, RouterAddress router) {
        return on(context, router, connection -> Accounts.secrets(connection, context.settings()).all().stream()
                .map(row -> new Secret(row.text("name"), row.text("password"), row.text("profile"), row.text("service"),
                        row.isTrue("disabled"), row.text("comment"))).toList());
    }

    @Override
    public List<Profile> profiles(TenantContext<MikrotikSettings> context, RouterAddress router) {
        return on(context, router, connection -> profiles(connection, context.settings()).all().stream()
                .map(row -> new Profile(row.text("name"), row.text("rate-limit"))).toList());
    }

    private static boolean leavesSuspendedOnline(MikrotikSettings settings) {
        return !settings.disableSuspended() && isEmpty(settings.suspendedProfile());
    }

    private static boolean isEmpty(String text) {
        return text == null || text.isBlank();
    }

    private <R> R on(TenantContext<MikrotikSettings> context, RouterAddress router, Function<RouterConnection, R> work) {
        try {
            return routers.with(context.tenant(), RouterAccess.of(router, context.settings()), work);
        } catch (RouterFault e) {
            throw e.asVendorProblem();
        }
    }
}

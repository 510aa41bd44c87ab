package io.mtandao.router.internal;

import io.mtandao.api.Invalid;
import io.mtandao.router.internal.rule.AddressRange;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.network.NetworkDriver.RouterAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Where routers may be: an ISP types a host, and the platform must not be led to itself or to its neighbours by it. Looked at when a router is saved, and again at
 * each call, for the very address that is then connected to: a name may mean another address by then.
 */
@Component(service = RouterHosts.class, configurationPid = RouterHosts.PID)
@Designate(ocd = RouterHosts.Config.class)
public final class RouterHosts {
    static final String PID = "io.mtandao.router.hosts";

    @ObjectClassDefinition(id = PID, name = "Routers' hosts", description = "On which addresses ISPs may not have routers")
    public @interface Config {
        @AttributeDefinition(name = "Refused", description = "Ranges of addresses, separated by commas. Default: unspecified, loopback, link-local, multicast, reserved")
        String refused() default "0.0.0.0/8, 127.0.0.0/8, 169.254.0.0/16, 224.0.0.0/3, ::/128, ::1/128, fe80::/10, ff00::/8";

        @AttributeDefinition(name = "Allowed all the same", description = "Exceptions, separated by commas; for example 127.0.0.0/8 for simulators on this machine")
        String allowed() default "";
    }

    /** Asks the name server. */
    interface Resolver {
        InetAddress[] all(String host) throws UnknownHostException;
    }

    private final List<AddressRange> refused;
    private final List<AddressRange> allowed;
    private final Resolver names;

    @Activate
    public RouterHosts(Config config) {
        this(config.refused(), config.allowed(), InetAddress::getAllByName);
    }

    RouterHosts(String refused, String allowed, Resolver names) {
        this.refused = AddressRange.all(refused);
        this.allowed = AddressRange.all(allowed);
        this.names = names;
    }

    /** When a router is saved. A name that is not known now may be known later, and is looked at then. Never within a unit of work: name servers can be slow. */
    void check(Invalid.Check check, String field, String host) {
        if (host == null || host.isBlank()) return;
        try {
            for (InetAddress address : names.all(host.strip())) refusal(address).ifPresent(range -> check.that(false, field, text(address, range)));
        } catch (UnknownHostException e) {
            // told when it is connected to
        }
    }

    /**
     * The same router by an address literal, so that nobody resolves its name a second time.
     *
     * @throws VendorProblem MISCONFIGURED when routers may not be there, RETRY when the name is not known now
     */
    RouterAddress resolved(RouterAddress router) {
        try {
            InetAddress[] addresses = names.all(router.host());
            // all of them: which one is taken must not be left to chance
            for (InetAddress address : addresses) refusal(address).ifPresent(range -> {
                throw new VendorProblem(VendorProblem.Outcome.MISCONFIGURED, text(address, range));
            });
            return new RouterAddress(addresses[0].getHostAddress(), router.port(), router.user(), router.password(), router.tls(), router.fingerprint());
        } catch (UnknownHostException e) {
            throw new VendorProblem(VendorProblem.Outcome.RETRY, "the host name " + router.host() + " is not known", e);
        }
    }

    private Optional<AddressRange> refusal(InetAddress address) {
        return match(allowed, address).findAny().isPresent() ? Optional.empty() : match(refused, address).findFirst();
    }

    private static Stream<AddressRange> match(List<AddressRange> ranges, InetAddress address) {
        return ranges.stream().filter(r -> r.holds(address));
    }

    private static String text(InetAddress address, AddressRange range) {
        return address.getHostAddress() + " is within " + range + ", where this platform's operator allows no routers";
    }
}

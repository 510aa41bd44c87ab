package io.mtandao.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mtandao.api.billing.PackageTerms;
import io.mtandao.api.billing.ServiceType;
import io.mtandao.spi.TenantContext;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.VendorProblem.Outcome;
import io.mtandao.spi.network.NetworkDriver;
import io.mtandao.spi.network.NetworkDriver.Former;
import io.mtandao.spi.network.NetworkDriver.Found;
import io.mtandao.spi.network.NetworkDriver.RouterAddress;
import io.mtandao.spi.network.NetworkDriver.Service;
import io.mtandao.spi.network.NetworkDriver.Speed;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A driver of routers. The mark is the subscriber's user name; the credential is the router's. Every operation may be repeated. */
public abstract class NetworkDriverContract<S> extends VendorContract<NetworkDriver<S>, S> {
    /** The router last named by {@link #pluginAt}, or else a working one; logged in to with a credential that contains the mark. */
    protected abstract RouterAddress router(String mark);

    @Override
    protected Outcome outcomeOfSilence() {
        return Outcome.RETRY;
    }

    /** Routers are tested one by one, not with the plugin. */
    @Override
    protected boolean testReachesTheVendor() {
        return false;
    }

    @Override
    protected Set<String> capabilities() {
        return Set.of("pppoe", "hotspot", "static-ip");
    }

    @Override
    protected void act(NetworkDriver<S> plugin, TenantContext<S> context, String mark) {
        plugin.apply(context, router(mark), service(kinds(true).findFirst().orElseThrow(), mark));
    }

    private Stream<ServiceType> kinds(boolean delivered) {
        return Stream.of(ServiceType.values()).filter(kind -> plugin().delivers(kind) == delivered);
    }

    @Test
    void changesNothingTheSecondTime() {
        kinds(true).map(kind -> service(kind, "a")).forEach(service -> {
            assertThat(plugin().apply(context("a"), router("a"), service).changed()).as(service.toString()).isNotEmpty();
            assertThat(plugin().apply(context("a"), router("a"), service).changed()).as(service.toString()).isEmpty();
        });
    }

    @Test
    void findsWhatItHasMadeAndWhetherItLetsOn() {
        kinds(true).forEach(kind -> {
            Service s = service(kind, "a");
            plugin().apply(context("a"), router("a"), s);
            assertThat(plugin().found(context("a"), router("a"), kind)).as(kind.name())
                .anyMatch(found -> isThere(found, s) && found.allowed() && (found.speed() == null || found.speed().equals(s.speed())));
            plugin().apply(context("a"), router("a"), cut(s));
            assertThat(plugin().found(context("a"), router("a"), kind)).as(kind.name()).contains(new Found("1", s.user(), false));
            plugin().remove(context("a"), router("a"), new Former("1", kind, s.user()));
            assertThat(plugin().found(context("a"), router("a"), kind)).as(kind.name()).noneMatch(found -> found.user().equals(s.user()));
        });
    }

    private static boolean isThere(Found found, Service s) {
        return s.id().equals(found.id()) && found.user().equals(s.user());
    }

    /** Where the driver tells speeds: the burst is told, and after it was given up it is there no more. */
    @Test
    void takesAwayABurstThatIsGivenUp() {
        kinds(true).map(kind -> service(kind, "a")).forEach(plain -> {
            Service bursting = with(plain, new Speed(10_000, 2_000, new PackageTerms.Burst(20_000, 4_000, 8_000, 1_500, 10), false));
            for (Service s : List.of(bursting, plain)) {
                plugin().apply(context("a"), router("a"), s);
                assertThat(plugin().found(context("a"), router("a"), s.kind())).as(s.toString()).filteredOn(found -> isThere(found, s))
                    .allMatch(found -> found.speed() == null || found.speed().equals(s.speed()));
            }
        });
    }

    private static Service with(Service s, Speed speed) {
        return new Service(s.id(), s.kind(), s.user(), s.password(), s.profile(), speed, s.deviceLimit(), s.address(), s.mac(), s.allowed(), s.comment());
    }

    private static Service cut(Service s) {
        return new Service(s.id(), s.kind(), s.user(), s.password(), s.profile(), s.speed(), s.deviceLimit(), s.address(), s.mac(), false, s.comment());
    }

    @Test
    void removesWhoIsNotThere() {
        kinds(true).forEach(kind -> {
            assertThatCode(() -> plugin().remove(context("a"), router("a"), new Former("1", kind, "nobody-of-that-name"))).doesNotThrowAnyException();
            assertThat(plugin().kick(context("a"), router("a"), kind, "nobody-of-that-name")).isFalse();
        });
    }

    @Test
    void refusesAKindThatItDoesNotDeliver() {
        kinds(false).forEach(kind -> {
            VendorProblem problem = catchThrowableOfType(VendorProblem.class, () -> plugin().apply(context("a"), router("a"), service(kind, "a")));
            assertThat(problem).as(kind.name()).isNotNull();
            assertThat(problem.outcome()).as(kind.name()).isEqualTo(Outcome.REFUSED);
        });
    }

    private static Service service(ServiceType kind, String mark) {
        String address = kind == ServiceType.STATIC_IP ? "10.9.8.7" : null;
        return new Service("1", kind, "user-" + mark, "secret", "home-10", new Speed(10_000, 2_000, null, false), 1, address, null, true, "Jane");
    }
}

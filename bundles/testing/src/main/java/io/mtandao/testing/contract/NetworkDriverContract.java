package io.mtandao.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.mtandao.spi.TenantContext;
import io.mtandao.spi.VendorProblem.Outcome;
import io.mtandao.spi.network.NetworkDriver;
import io.mtandao.spi.network.NetworkDriver.RouterAddress;
import io.mtandao.spi.network.NetworkDriver.Service;
import java.util.Set;
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
        return Set.of("pppoe", "hotspot");
    }

    @Override
    protected void act(NetworkDriver<S> plugin, TenantContext<S> context, String mark) {
        plugin.apply(context, router(mark), service(mark));
    }

    @Test
    void changesNothingTheSecondTime() {
        plugin().apply(context("a"), router("a"), service("a"));
        assertThat(plugin().apply(context("a"), router("a"), service("a")).changed()).isEmpty();
    }

    @Test
    void removesWhoIsNotThere() {
        assertThatCode(() -> plugin().remove(context("a"), router("a"), "nobody-of-that-name")).doesNotThrowAnyException();
        assertThat(plugin().kick(context("a"), router("a"), "nobody-of-that-name")).isFalse();
    }

    private static Service service(String mark) {
        return new Service("1", "user-" + mark, "secret", "home-10", 10_000, 2_000, true, "Jane");
    }
}

package io.mtandao.router.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.TenantId;
import io.mtandao.api.billing.PackageTerms.Burst;
import io.mtandao.api.billing.ServiceType;
import io.mtandao.api.billing.Subscriptions.ServiceToDeliver;
import io.mtandao.api.router.Router;
import io.mtandao.spi.network.NetworkDriver.Service;
import io.mtandao.spi.network.NetworkDriver.Speed;
import io.mtandao.testing.db.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An ISP of the first version (22 November 2026), which knew PPPoE only, wakes up in this one: what its routers have was put there without a word of kinds. */
class UpgradeStoryTest extends RouterStory {
    private static final List<String> FIRST = List.of("db/persistence.xml", "db/router/2026-11-22-routers.sql");
    private static final Burst BURST = new Burst(10_000, 5_000, 4_000, 2_000, 8);
    private Router router;

    private interface Story {
        void told() throws Exception;
    }

    private void afterTheUpgrade(TestDatabase.Kind kind, Story story) throws Exception {
        try (TestDatabase old = open(kind, FIRST)) {
            given(old);
            asTheFirstVersionLeftIt();
            old.migrate(CHANGELOGS);
            driver.capabilities = Set.of("pppoe", "hotspot", "static-ip");
            router = routers.get(owner, 1);
            billing(7, "grace", ServiceType.PPPOE, BURST);
            billing(8, "brian", ServiceType.HOTSPOT, null);
            billing(9, "akinyi", ServiceType.STATIC_IP, null);
            story.told();
        }
    }

    /** As billing has it: nobody has said anything of it since. */
    private void billing(long id, String user, ServiceType kind, Burst burst) {
        String address = kind == ServiceType.STATIC_IP ? "10.9.8.7" : null;
        subscriptions.put(isp + "/" + id,
            new ServiceToDeliver(id, router.id(), user, "pw", "Home 5M", 5000, 2500, true, "Grace", kind, burst, 2, address, null, false, null, null));
        // PPPoE for everybody was all that there was
        Speed speed = new Speed(5000, 2500, null, false);
        driver.users.put("10.0.0.1/" + user, new Service(Long.toString(id), ServiceType.PPPOE, user, "pw", "Home 5M", speed, 0, null, null, true, "Grace"));
    }

    private void asTheFirstVersionLeftIt() throws SQLException {
        TenantId tenant = isp;
        String head = "'" + tenant + "', ", stamps = "0, '2026-11-20 08:00:00', '2026-11-20 08:00:00', ";
        String password = db.secrets().seal(tenant, Drivers.PASSWORD, "secret"), pppoe = db.secrets().seal(tenant, DesiredState.PPPOE, "pw");
        try (Connection c = db.owner().getConnection(); Statement s = c.createStatement()) {
            c.setAutoCommit(false);
            if (db.kind() == TestDatabase.Kind.POSTGRES) s.execute("select set_config('app.tenant', '" + tenant + "', false)");
            s.execute("insert into router_router values (" + head + "1, " + stamps + "'core', 'played', 'core.example', 8728, 'mtandao', '" + password
                + "', false, null, 'UP', null, null, 0)");
            for (String of : List.of("2, S, 7, 1, 'grace'", "3, S, 8, 1, 'brian'", "4, S, 9, 1, 'akinyi'"))
                s.execute("insert into router_service values (" + head + of.replace("S, ", stamps) + ", '" + pppoe + "', 'Home 5M', 5000, 2500, true, 'Grace', "
                    + "1, true, null, 0, '2026-11-20 08:00:00', '2026-11-20 08:00:00', '2026-11-20 08:00:00', null)");
            c.commit();
            if (db.kind() == TestDatabase.Kind.POSTGRES) s.execute("select set_config('app.tenant', '', false)");
            c.commit();
        }
    }

    private void everyoneIsThereAsWhatWasSold() {
        assertThat(driver.users).containsOnlyKeys("10.0.0.1/grace", "10.0.0.1/HOTSPOT/brian", "10.0.0.1/STATIC_IP/akinyi");
        assertThat(driver.users.get("10.0.0.1/grace").speed().burst()).isEqualTo(BURST);
        assertThat(driver.users.get("10.0.0.1/HOTSPOT/brian").deviceLimit()).isEqualTo(2);
        assertThat(driver.users.get("10.0.0.1/STATIC_IP/akinyi").address()).isEqualTo("10.9.8.7");
        for (long id : new long[] {7, 8, 9}) assertThat(state(id).applied()).as("subscription " + id).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void theFirstLookAsksBillingWhatEachIsAndTakesNobodyForAPppoeUserThatGotLost(TestDatabase.Kind kind) throws Exception {
        afterTheUpgrade(kind, () -> {
            look.run(isp, "1", null);
            assertThat(jobs.scheduled).anyMatch(j -> j.job().equals(RouterSync.NAME));
            run(router);
            everyoneIsThereAsWhatWasSold();
            clock.advance(RouterLook.CHECK_EVERY);
            jobs.scheduled.clear();
            look.run(isp, "1", null);
            assertThat(jobs.scheduled).as("asked once, and nothing has drifted").isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatIsPutOnTheRouterBeforeItIsLookedAtIsNotPutThereAsPppoe(TestDatabase.Kind kind) throws Exception {
        afterTheUpgrade(kind, () -> {
            routers.sync(owner, 8);
            run(router);
            everyoneIsThereAsWhatWasSold();
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatBillingCannotTellIsLeftAloneAndKeepsNobodyWaiting(TestDatabase.Kind kind) throws Exception {
        afterTheUpgrade(kind, () -> {
            untellable.add(8L);
            routers.sync(owner, 8);
            look.run(isp, "1", null);
            assertThat(run(router)).as("no circle").isNull();
            assertThat(driver.users).containsOnlyKeys("10.0.0.1/grace", "10.0.0.1/brian", "10.0.0.1/STATIC_IP/akinyi");
            assertThat(state(9).applied()).isTrue();
            untellable.clear();
            look.run(isp, "1", null);
            run(router);
            everyoneIsThereAsWhatWasSold();
        });
    }
}

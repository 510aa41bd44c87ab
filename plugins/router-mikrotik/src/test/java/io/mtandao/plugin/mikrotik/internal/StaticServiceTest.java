package io.mtandao.plugin.mikrotik.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.billing.PackageTerms.Burst;
import io.mtandao.api.billing.ServiceType;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.VendorProblem.Outcome;
import io.mtandao.spi.network.NetworkDriver.Applied;
import io.mtandao.spi.network.NetworkDriver.Former;
import io.mtandao.spi.network.NetworkDriver.Found;
import io.mtandao.spi.network.NetworkDriver.RouterAddress;
import io.mtandao.spi.network.NetworkDriver.Service;
import io.mtandao.spi.network.NetworkDriver.Speed;
import io.mtandao.testing.contract.TenantContexts;
import io.mtandao.testing.routeros.FakeRouter;
import io.mtandao.testing.routeros.Fault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StaticServiceTest extends DriverTest {
    private static final String QUEUES = "/queue/simple";
    private static final String LISTS = "/ip/firewall/address-list";
    private static final String FILTER = "/ip/firewall/filter";
    private static final String LEASES = "/ip/dhcp-server/lease";
    private static final String HERE = "10.20.0.5";
    private static final String MAC = "4C:5E:0C:12:34:56";

    private static Service fixed(String id, String user, String address, Speed speed, String mac) {
        return new Service(id, ServiceType.STATIC_IP, user, "pw", "Fixed 10M", speed, 0, address, mac, true, "Grace Muthoni");
    }

    private static Service grace(int downKbps, int upKbps) {
        return fixed("42", "grace", HERE, new Speed(downKbps, upKbps, null, false), null);
    }

    private static Service grace() {
        return grace(10_000, 5_000);
    }

    private Map<String, String> queue(String name) {
        return router.row(QUEUES, name).orElseThrow();
    }

    private List<String> listed() {
        return router.rows(LISTS).stream().filter(row -> row.get("list").equals("mtandao-cut")).map(row -> row.get("address")).toList();
    }

    @Test
    void aNewSubscriberHasAQueueAndNoPppSecret() {
        assertThat(apply(grace())).isEqualTo(new Applied(null, List.of("queue made")));
        assertThat(queue("grace")).containsEntry("target", HERE + "/32").containsEntry("max-limit", "5000000/10000000").containsEntry("burst-limit", "0/0")
                .containsEntry("comment", "managed-by=mtandao;id=42;as=5M/10M;Grace Muthoni");
        assertThat(router.rows("/ppp/secret")).isEmpty();
        assertThat(router.forwards(HERE)).isTrue();
        router.forgetSeen();
        assertThat(apply(grace()).changed()).isEmpty();
        assertThat(writes()).isEmpty();
    }

    @Test
    void whoIsCutIsOnTheListAndARuleMakesItCount() {
        router.add(FILTER, Map.of("chain", "forward", "connection-state", "established,related"));
        router.add(FILTER, Map.of("chain", "forward"));
        apply(grace());
        assertThat(apply(cut(grace())).changed()).containsExactly("cut", "firewall rule made");
        assertThat(router.forwards(HERE)).isFalse();
        assertThat(router.forwards("10.20.0.6")).isTrue();
        assertThat(queue("grace")).as("the queue stays").containsEntry("max-limit", "5000000/10000000");
        router.forgetSeen();
        assertThat(apply(cut(grace())).changed()).isEmpty();
        assertThat(writes()).isEmpty();
        assertThat(apply(cut(fixed("43", "brian", "10.20.0.6", grace().speed(), null))).changed()).as("one rule for all").containsExactly("cut", "queue made");
        assertThat(router.rows(FILTER)).hasSize(3);
    }

    @Test
    void whoIsOnTheListIsFoundCutOnlyAsLongAsARuleHeedsIt() {
        apply(cut(grace()));
        router.insert(QUEUES, Map.of("name", "<pppoe-brian>", "dynamic", "true", "target", "10.10.0.2/32"));
        assertThat(driver.found(context(), address(), ServiceType.STATIC_IP)).containsExactly(new Found("42", "grace", false));
        router.remove(FILTER, router.rows(FILTER).get(0).get(".id"));
        assertThat(driver.found(context(), address(), ServiceType.STATIC_IP)).containsExactly(new Found("42", "grace", true, grace().speed()));
        assertThat(apply(cut(grace())).changed()).containsExactly("firewall rule made");
        apply(grace());
        assertThat(driver.found(context(), address(), ServiceType.STATIC_IP)).containsExactly(new Found("42", "grace", true, grace().speed()));
    }

    @Test
    void whoPaidIsTakenOffTheList() {
        apply(cut(grace()));
        assertThat(router.forwards(HERE)).isFalse();
        assertThat(apply(grace()).changed()).containsExactly("let on " + HERE);
        assertThat(listed()).isEmpty();
        assertThat(router.forwards(HERE)).isTrue();
        assertThat(apply(grace()).changed()).isEmpty();
    }

    @Test
    void aRuleOfTheIspThatNamesTheListIsEnough() {
        router.add("/ip/firewall/raw", Map.of("chain", "prerouting", "action", "drop", "src-address-list", "mtandao-cut"));
        apply(cut(grace()));
        assertThat(router.rows(FILTER)).isEmpty();
        assertThat(router.forwards(HERE)).isFalse();
    }

    @Test
    void withoutARuleAndWithoutLeaveToMakeOneTheCutIsShownAsFailedAndWhatIsMissingIsSaid() {
        settings = Map.of("makeCutRule", false, "cutList", "BLOCKED_USERS");
        assertThat(problem(Outcome.REFUSED, () -> apply(cut(grace())))).hasMessageContaining("chain=forward action=drop src-address-list=BLOCKED_USERS");
        router.add(FILTER, Map.of("chain", "forward", "action", "drop", "src-address-list", "BLOCKED_USERS", "disabled", "yes"));
        problem(Outcome.REFUSED, () -> apply(cut(grace())));
        router.set(FILTER, router.rows(FILTER).get(0).get(".id"), Map.of("disabled", "no"));
        assertThat(apply(cut(grace())).changed()).containsExactly("queue made");
        assertThat(router.forwards(HERE)).isFalse();
    }

    @Test
    void aBlockThatWouldEndByItselfBecomesALastingOne() {
        router.insert(LISTS, Map.of("list", "mtandao-cut", "address", HERE, "timeout", "5m", "dynamic", "true", "disabled", "false"));
        apply(cut(grace()));
        assertThat(router.rows(LISTS)).singleElement()
                .satisfies(row -> assertThat(row).containsEntry("comment", "managed-by=mtandao;id=42").doesNotContainKey("dynamic"));
        router.set(LISTS, router.rows(LISTS).get(0).get(".id"), Map.of("disabled", "yes"));
        assertThat(apply(cut(grace())).changed()).containsExactly("cut");
        assertThat(router.forwards(HERE)).isFalse();
    }

    @Test
    void entriesOfOtherListsAreNotTouched() {
        router.add(LISTS, Map.of("list", "spammers", "address", HERE));
        apply(cut(grace()));
        apply(grace());
        driver.remove(context(), address(), new Former("42", ServiceType.STATIC_IP, "grace"));
        assertThat(router.rows(LISTS)).extracting(row -> row.get("list")).containsExactly("spammers");
    }

    @Test
    void anotherSpeedHoldsAtOnce() {
        apply(grace());
        assertThat(apply(grace(20_000, 5_000)).changed()).containsExactly("speed 5000000/10000000 0/0 0/0 0s/0s to 5M/20M");
        assertThat(queue("grace")).containsEntry("max-limit", "5000000/20000000");
        router.set(QUEUES, "grace", Map.of("max-limit", "100M/100M", "disabled", "yes"));
        assertThat(apply(grace(20_000, 5_000)).changed()).as("somebody was kind by hand").hasSize(2);
        assertThat(queue("grace")).containsEntry("max-limit", "5000000/20000000").containsEntry("disabled", "false");
        apply(grace(0, 0));
        assertThat(queue("grace")).as("a package without any limit").containsEntry("max-limit", "0/0");
        assertThat(apply(grace(0, 0)).changed()).isEmpty();
    }

    @Test
    void aBurstComesAndGoesWithThePackage() {
        Service bursting = fixed("42", "grace", HERE, new Speed(10_000, 5_000, new Burst(16_000, 8_000, 8_000, 4_000, 10), false), null);
        apply(bursting);
        assertThat(queue("grace")).containsEntry("burst-limit", "8000000/16000000").containsEntry("burst-threshold", "4000000/8000000")
                .containsEntry("burst-time", "10s/10s");
        assertThat(apply(bursting).changed()).isEmpty();
        apply(fixed("42", "grace", HERE, new Speed(1_000, 512, null, true), null));
        assertThat(queue("grace")).as("throttled").containsEntry("max-limit", "512000/1000000").containsEntry("burst-limit", "0/0");
        apply(bursting);
        apply(grace());
        assertThat(queue("grace")).containsEntry("burst-limit", "0/0").containsEntry("burst-time", "0s/0s");
    }

    @Test
    void aQueueMadeByHandForTheAddressIsTakenOverAndGetsTheSpeedOfThePackageWhole() {
        router.add(QUEUES, Map.of("name", "grace", "target", HERE, "max-limit", "5M/10M", "burst-limit", "8M/16M", "comment", "Grace"));
        assertThat(apply(grace()).changed()).containsExactly("speed 5000000/10000000 8000000/16000000 0/0 0s/0s to 5M/10M");
        assertThat(queue("grace")).containsEntry("burst-limit", "0/0");
        assertThat(apply(grace()).changed()).isEmpty();
    }

    @Test
    void aQueueThatSomebodyMadeFasterOrSwitchedOffByHandIsFound() {
        apply(grace());
        router.set(QUEUES, "grace", Map.of("burst-limit", "8M/16M", "burst-threshold", "4M/8M", "burst-time", "10s/10s"));
        assertThat(driver.found(context(), address(), ServiceType.STATIC_IP))
                .containsExactly(new Found("42", "grace", true, new Speed(10_000, 5_000, new Burst(16_000, 8_000, 8_000, 4_000, 10), false)));
        router.set(QUEUES, "grace", Map.of("disabled", "yes"));
        assertThat(driver.found(context(), address(), ServiceType.STATIC_IP)).containsExactly(new Found("42", "grace", true, new Speed(0, 0, null, false)));
        apply(grace());
        assertThat(driver.found(context(), address(), ServiceType.STATIC_IP)).containsExactly(new Found("42", "grace", true, grace().speed()));
    }

    @Test
    void aQueueThatIsNotOursIsLeftAloneAndSaid() {
        router.add(QUEUES, Map.of("name", "grace", "target", "10.99.0.0/24"));
        assertThat(problem(Outcome.REFUSED, () -> apply(grace()))).hasMessageContaining("10.99.0.0/24");
        assertThat(queue("grace")).containsEntry("max-limit", "0/0").doesNotContainKey("comment");
        router.add(QUEUES, Map.of("name", "House 12", "target", "10.20.0.7"));
        assertThat(problem(Outcome.REFUSED, () -> apply(fixed("43", "brian", "10.20.0.7", grace().speed(), null)))).hasMessageContaining("House 12");
        assertThat(router.row(QUEUES, "brian")).isEmpty();
        driver.remove(context(), address(), new Former("42", ServiceType.STATIC_IP, "grace"));
        assertThat(router.rows(QUEUES)).hasSize(2);
    }

    @Test
    void whatIsWrongWithTheQueueDoesNotKeepTheCutFromHappening() {
        router.add(QUEUES, Map.of("name", "grace", "target", "10.99.0.0/24"));
        problem(Outcome.REFUSED, () -> apply(cut(grace())));
        assertThat(router.forwards(HERE)).isFalse();
    }

    @Test
    void aNewQueueStandsAboveOneForTheWholeNetwork() {
        router.insert(QUEUES, Map.of("name", "<pppoe-brian>", "dynamic", "true", "target", "10.10.0.2/32"));
        router.add(QUEUES, Map.of("name", "everybody", "target", "10.20.0.0/16"));
        apply(grace());
        assertThat(router.rows(QUEUES)).extracting(row -> row.get("name")).containsExactly("<pppoe-brian>", "grace", "everybody");
    }

    @Test
    void anotherAddressTakesTheCutAlongAndLeavesTheOldOneToItsNextOwner() {
        apply(cut(grace()));
        Service moved = fixed("42", "grace", "10.20.0.9", grace().speed(), null);
        assertThat(apply(cut(moved)).changed()).containsExactly("cut", "let on " + HERE, "address " + HERE + "/32 to 10.20.0.9/32");
        assertThat(listed()).containsExactly("10.20.0.9");
        apply(moved);
        assertThat(listed()).isEmpty();
        apply(fixed("43", "brian", HERE, grace().speed(), null));
        assertThat(router.forwards(HERE)).isTrue();
    }

    @Test
    void anAddressThatIsCutForAnotherSubscriptionIsNotLetOn() {
        apply(cut(grace()));
        router.remove(QUEUES, "grace");
        assertThat(problem(Outcome.REFUSED, () -> apply(fixed("43", "brian", HERE, grace().speed(), null)))).hasMessageContaining("id=42");
        assertThat(router.forwards(HERE)).isFalse();
    }

    @Test
    void whoIsRemovedLeavesNothingBehind() {
        settings = Map.of("dhcpServer", "all");
        Service withMac = fixed("42", "grace", HERE, grace().speed(), MAC);
        apply(cut(withMac));
        driver.remove(context(), address(), new Former("4", ServiceType.STATIC_IP, "grace"));
        assertThat(listed()).as("it is 42's, not 4's").containsExactly(HERE);
        assertThat(router.row(QUEUES, "grace")).isPresent();
        driver.remove(context(), address(), new Former("42", ServiceType.STATIC_IP, "grace"));
        assertThat(router.rows(QUEUES)).isEmpty();
        assertThat(listed()).isEmpty();
        assertThat(router.rows(LEASES)).isEmpty();
        driver.remove(context(), address(), new Former("42", ServiceType.STATIC_IP, "grace"));
    }

    @Test
    void theDeviceGetsItsAddressByDhcpWhereTheIspWantsIt() {
        router.add("/ip/dhcp-server", Map.of("name", "lan"));
        router.insert(LEASES, Map.of("address", "10.20.0.77", "mac-address", MAC, "server", "lan", "dynamic", "true", "status", "bound"));
        Service withMac = fixed("42", "grace", HERE, grace().speed(), MAC);
        apply(withMac);
        assertThat(router.rows(LEASES)).extracting(row -> row.get("address")).as("no DHCP server is named").containsExactly("10.20.0.77");
        settings = Map.of("dhcpServer", "lan");
        assertThat(apply(withMac).changed()).containsExactly("lease of " + HERE + " for " + MAC);
        assertThat(router.rows(LEASES)).singleElement().satisfies(row -> assertThat(row).containsEntry("address", HERE).containsEntry("server", "lan"));
        assertThat(apply(withMac).changed()).isEmpty();
        String other = "4C:5E:0C:65:43:21";
        assertThat(apply(fixed("42", "grace", HERE, grace().speed(), other)).changed()).containsExactly("lease of " + HERE + " for " + other);
        assertThat(router.rows(LEASES)).hasSize(1);
        assertThat(apply(grace()).changed()).containsExactly("lease of " + HERE + " taken back");
    }

    @Test
    void aLeaseOfSomebodyElseIsNotTouched() {
        router.add(LEASES, Map.of("address", HERE, "mac-address", "4C:5E:0C:00:00:01"));
        settings = Map.of("dhcpServer", "all");
        assertThat(problem(Outcome.REFUSED, () -> apply(fixed("42", "grace", HERE, grace().speed(), MAC)))).hasMessageContaining("4C:5E:0C:00:00:01");
        assertThat(router.rows(LEASES)).singleElement().satisfies(row -> assertThat(row).containsEntry("mac-address", "4C:5E:0C:00:00:01"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10.20.0", "10.20.0.256", "10.20.0.0/24", "2001:db8::5", "here"})
    void onlyAnIpv4AddressWillDo(String address) {
        problem(Outcome.REFUSED, () -> apply(fixed("42", "grace", address, grace().speed(), null)));
        problem(Outcome.REFUSED, () -> apply(fixed("42", "grace", null, grace().speed(), null)));
        assertThat(writes()).isEmpty();
    }

    @Test
    void thereAreNoSessionsToSeeOrToEnd() {
        apply(grace());
        assertThat(driver.online(context(), address(), ServiceType.STATIC_IP)).isEmpty();
        assertThat(driver.kick(context(), address(), ServiceType.STATIC_IP, "grace")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"FATAL", "LOST_ANSWER", "DROP_MID_SENTENCE", "NEW_IDS"})
    void whateverBreaksOnTheWayTheEndIsTheSame(Fault fault) {
        Service moved = fixed("42", "grace", "10.20.0.9", new Speed(3_000, 1_000, null, false), MAC);
        for (Optional<Service> before : List.of(Optional.<Service>empty(), Optional.of(grace()), Optional.of(cut(grace())))) {
            for (Service wanted : List.of(moved, cut(moved))) {
                atEveryCommand(fault, before, wanted);
            }
        }
    }

    private void atEveryCommand(Fault fault, Optional<Service> before, Service wanted) {
        boolean reached = true;
        for (int n = 1; reached; n++) {
            withTls = false;
            start(FakeRouter.builder().withoutTls());
            settings = Map.of("dhcpServer", "all", "allowPlain", true);
            before.ifPresent(this::apply);
            router.dropConnections();
            router.forgetSeen();
            router.faults().atCommand(n, fault);
            try {
                new MikrotikNetworkDriver(PATIENT, 0).apply(context(), address(), wanted);
                reached = router.seen().size() >= n;
            } catch (VendorProblem e) {
                assertThat(e.outcome()).isEqualTo(Outcome.RETRY);
            }
            router.faults().clear();
            apply(wanted);
            assertThat(router.forwards(wanted.address())).as("%s at command %d from %s to %s", fault, n, before, wanted).isEqualTo(wanted.allowed());
            assertThat(listed()).isEqualTo(wanted.allowed() ? List.of() : List.of(wanted.address()));
            assertThat(router.rows(QUEUES)).singleElement().satisfies(row -> assertThat(row).containsEntry("target", "10.20.0.9/32")
                    .containsEntry("max-limit", "1000000/3000000"));
            assertThat(router.rows(LEASES)).hasSize(1);
            router.forgetSeen();
            assertThat(apply(wanted).changed()).isEmpty();
            assertThat(writes()).isEmpty();
        }
    }

    @Test
    void twoIspsWithTheSameNamesOnTheirOwnRoutersStayApart() {
        try (FakeRouter other = FakeRouter.start()) {
            apply(cut(grace()));
            RouterAddress there = new RouterAddress("127.0.0.1", other.tlsPort(), "mtandao", "router-password", true, other.fingerprint());
            driver.apply(TenantContexts.of("b", driver, settings), there, grace());
            assertThat(router.forwards(HERE)).isFalse();
            assertThat(other.forwards(HERE)).isTrue();
            assertThat(Stream.of(router, other)).allMatch(r -> r.row(QUEUES, "grace").isPresent());
        }
    }
}

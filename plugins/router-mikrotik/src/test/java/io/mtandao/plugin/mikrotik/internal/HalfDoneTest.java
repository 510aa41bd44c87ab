package io.mtandao.plugin.mikrotik.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.VendorProblem.Outcome;
import io.mtandao.spi.network.NetworkDriver.Service;
import io.mtandao.testing.routeros.FakeRouter;
import io.mtandao.testing.routeros.Fault;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The connection dies at every single command of a change in turn, once before and once after the router carried it out. Whatever was
 * done by then, doing all of it again must end where an undisturbed run ends, with no session of the old kind left.
 */
class HalfDoneTest extends DriverTest {

    @BeforeEach
    void allowPlain() {
        withTls = false;
        settings = Map.of("newProfileLike", "Home", "allowPlain", true);
    }

    @ParameterizedTest
    @EnumSource(names = {"FATAL", "LOST_ANSWER"})
    void aNewServiceArrives(Fault fault) {
        atEveryCommand(fault, null, on(home("grace"), "Gold", 20_000, 10_000), "10M/20M");
    }

    @ParameterizedTest
    @EnumSource(names = {"FATAL", "LOST_ANSWER"})
    void anotherPackageArrives(Fault fault) {
        atEveryCommand(fault, home("grace"), on(home("grace"), "Biz", 30_000, 30_000), "30M/30M");
    }

    @ParameterizedTest
    @EnumSource(names = {"FATAL", "LOST_ANSWER"})
    void aNewSpeedArrives(Fault fault) {
        atEveryCommand(fault, home("grace"), on(home("grace"), "Home", 15_000, 5_000), "5M/15M");
    }

    @ParameterizedTest
    @EnumSource(names = {"FATAL", "LOST_ANSWER"})
    void aCutArrives(Fault fault) {
        atEveryCommand(fault, home("grace"), cut(home("grace")), "offline");
    }

    @ParameterizedTest
    @EnumSource(names = {"FATAL", "LOST_ANSWER"})
    void lettingInAgainOnAnotherPackageArrives(Fault fault) {
        atEveryCommand(fault, cut(home("grace")), on(home("grace"), "Biz", 30_000, 30_000), "30M/30M");
    }

    /** @param before null for nothing @param liveSpeed of the subscriber, whose equipment dials in by itself, in the end */
    private void atEveryCommand(Fault fault, Service before, Service wanted, String liveSpeed) {
        boolean reached = true;
        for (int n = 1; reached; n++) {
            start(FakeRouter.builder().withoutTls());
            prepareRouter();
            if (before != null) {
                apply(before);
            }
            router.plugIn("grace", "pw");
            router.dropConnections();
            reached = failsAt(n, fault, wanted);
            router.faults().clear();

            apply(wanted);

            assertThat(liveSpeed("grace")).as("after %s at command %d", fault, n).isEqualTo(liveSpeed);
            assertThat(ManagedComment.parse(secret("grace").get("comment")).orElseThrow().state()).isNotEmpty();
            router.forgetSeen();
            assertThat(apply(wanted).changed()).isEmpty();
            assertThat(writes()).isEmpty();
        }
    }

    /** @return whether there was an n-th command to fail at */
    private boolean failsAt(int n, Fault fault, Service wanted) {
        // a node that keeps no connection does not try again by itself
        MikrotikNetworkDriver node = new MikrotikNetworkDriver(PATIENT, 0);
        router.faults().atCommand(n, fault);
        try {
            node.apply(context(), address(), wanted);
            return false;
        } catch (VendorProblem e) {
            assertThat(e.outcome()).isEqualTo(Outcome.RETRY);
            return true;
        }
    }
}

package io.mtandao.extension.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Caller;
import io.mtandao.api.Conflict;
import io.mtandao.api.Stale;
import io.mtandao.api.extension.Plugins;
import io.mtandao.extension.internal.entity.CallbackRow;
import io.mtandao.extension.internal.entity.PluginRow;
import io.mtandao.extension.internal.fixture.ExtensionFixture;
import io.mtandao.extension.internal.fixture.FelixMetatypes;
import io.mtandao.extension.internal.fixture.PlatformFixture;
import io.mtandao.extension.internal.fixture.TillPlugin;
import io.mtandao.extension.internal.settings.Schema;
import io.mtandao.persistence.Directory;
import io.mtandao.spi.PluginRegistry.Handle;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.payment.PaymentMethod;
import io.mtandao.testing.db.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bundles are replaced, people press at the same time, one ISP's plugin hangs: what stays as it was. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PluginChangesTest {
    private static final Map<String, String> FILLED = Map.of("short.code", "174379", "pass.key", "s3cret");

    @SuppressWarnings("unchecked") // as in TenantPluginsTest
    private static final Class<PaymentMethod<Object>> PAYMENT = (Class<PaymentMethod<Object>>) (Class<?>) PaymentMethod.class;

    private final PlatformFixture platform = new PlatformFixture(List.of("db/persistence.xml", "db/extension.xml"), List.of(PluginRow.class, CallbackRow.class));
    private final ExecutorService pool = Executors.newCachedThreadPool();
    private ExtensionFixture it;
    private Caller a;
    private TillPlugin till;

    private void given(TestDatabase.Kind kind) {
        it = new ExtensionFixture(platform.database(kind), platform.clock, Map.of("callsAtOnce", 4, "failures", 100));
        a = Caller.system(PlatformFixture.newTenant(), "Amina");
        till = it.install(new TillPlugin("till"));
    }

    @AfterAll
    void close() {
        pool.shutdownNow();
        platform.close();
    }

    private Handle<PaymentMethod<Object>> handle(Caller caller) {
        return it.registry.enabled(caller.tenant(), PAYMENT, "till").orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void aBundleThatIsReplacedKeepsSettingsAndAddressesAndOldHandlesSayRetry(TestDatabase.Kind kind) {
        given(kind);
        Plugins.Plugin before = it.plugins.configure(a, "till", true, FILLED);
        Handle<PaymentMethod<Object>> old = handle(a);
        it.installed.leave(till);
        it.install(new TillPlugin("till"));
        assertThatThrownBy(() -> old.call((p, c) -> "x")).isInstanceOfSatisfying(VendorProblem.class, e -> assertThat(e.outcome()).isEqualTo(VendorProblem.Outcome.RETRY));
        assertThat(handle(a).<String>call((p, c) -> c.callbackUrl("stk"))).isEqualTo(before.callbackUrls().get("stk"));
        assertThat(it.plugins.get(a, "till", null)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void whoSwitchesOnAtTheSameTimeMakesOneAddress(TestDatabase.Kind kind) throws Exception {
        given(kind);
        Callable<Plugins.Plugin> on = () -> it.plugins.configure(a, "till", true, FILLED);
        int done = 0;
        for (Future<Plugins.Plugin> f : pool.invokeAll(List.of(on, on, on, on))) {
            try {
                assertThat(f.get().enabled()).isTrue();
                done++;
            } catch (ExecutionException e) {
                assertThat(e.getCause()).isInstanceOfAny(Conflict.class, Stale.class);
            }
        }
        assertThat(done).isPositive();
        assertThat(it.directory.ofTenant(a.tenant(), Directory.Kind.CALLBACK)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void oneIspsHangingPluginSlowsNeitherAnotherIspNorItsOwnOtherPlugins(TestDatabase.Kind kind) throws Exception {
        given(kind);
        it.install(new TillPlugin("till-2"));
        Caller b = Caller.system(PlatformFixture.newTenant(), "Otieno");
        for (Caller c : List.of(a, b)) for (String id : List.of("till", "till-2")) it.plugins.configure(c, id, true, FILLED);
        CountDownLatch never = new CountDownLatch(1), hanging = new CountDownLatch(4);
        List<Future<?>> stuck = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            stuck.add(pool.submit(() -> handle(a).call((p, c) -> {
                hanging.countDown();
                never.await();
                return null;
            })));
        }
        hanging.await();
        long began = System.nanoTime();
        assertThatThrownBy(() -> handle(a).call((p, c) -> "x")).hasMessageContaining("too many calls");
        for (int i = 0; i < 50; i++) assertThat(handle(b).<String>call((p, c) -> "served")).isEqualTo("served");
        assertThat(it.registry.enabled(a.tenant(), PAYMENT, "till-2").orElseThrow().<String>call((p, c) -> "served")).isEqualTo("served");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
        never.countDown();
        for (Future<?> f : stuck) f.get();
        assertThat(handle(a).<String>call((p, c) -> "served again")).isEqualTo("served again");
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void oneIspsPluginThatBreaksIsHeldBackForThatIspOnly(TestDatabase.Kind kind) {
        given(kind);
        it = new ExtensionFixture(platform.database(kind), platform.clock, Map.of("failures", 2));
        it.install(till);
        Caller b = Caller.system(PlatformFixture.newTenant(), "Otieno");
        for (Caller c : List.of(a, b)) it.plugins.configure(c, "till", true, FILLED);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> handle(a).call((p, c) -> {
                throw new IllegalStateException("broken for " + c.tenant());
            })).isInstanceOf(VendorProblem.class);
        }
        assertThatThrownBy(() -> handle(a).call((p, c) -> "x")).hasMessageContaining("left alone");
        assertThat(handle(b).<String>call((p, c) -> "x")).isEqualTo("x");
        assertThat(it.plugins.get(a, "till", null).trouble()).contains("broken for " + a.tenant());
        assertThat(it.plugins.get(b, "till", null).trouble()).isNull();
    }

    @Test
    void aPluginWithoutMetatypeHasNoSettings() {
        assertThat(Schema.read(bundle -> null, FelixMetatypes.bundle("x"), Object.class, null).fields()).isEmpty();
        assertThat(Schema.read(new FelixMetatypes(), FelixMetatypes.bundle("x"), Object.class, null).fields()).isEmpty();
    }

    @Test
    void whatANewerVersionWroteIsStillRead() {
        Declared declared = Declared.ofJson("""
            {"name":"Till","summary":"s","icon":"i","version":"9","capabilities":["push"],"callbacks":[{"purpose":"stk","kind":"NOTICE","ackStatus":204,"ackType":"t","ackBody":""}],
            "answers":true,"colour":"red"}""");
        assertThat(declared.callback("stk").ackStatus()).isEqualTo(204);
        assertThat(declared.callback("other")).isNull();
        assertThat(Declared.ofJson(declared.json())).isEqualTo(declared);
    }
}

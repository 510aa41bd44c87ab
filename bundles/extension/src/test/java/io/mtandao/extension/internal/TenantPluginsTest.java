package io.mtandao.extension.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mtandao.api.Caller;
import io.mtandao.api.Forbidden;
import io.mtandao.api.Invalid;
import io.mtandao.api.NotFound;
import io.mtandao.api.Origin;
import io.mtandao.api.Permission;
import io.mtandao.api.Stale;
import io.mtandao.api.TenantId;
import io.mtandao.api.Unavailable;
import io.mtandao.api.extension.Plugins;
import io.mtandao.api.extension.Plugins.State;
import io.mtandao.extension.internal.entity.CallbackRow;
import io.mtandao.extension.internal.entity.PluginRow;
import io.mtandao.extension.internal.fixture.ExtensionFixture;
import io.mtandao.extension.internal.fixture.PlatformFixture;
import io.mtandao.extension.internal.fixture.TillPlugin;
import io.mtandao.persistence.Directory;
import io.mtandao.spi.Health;
import io.mtandao.spi.PluginRegistry.Handle;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.messaging.SmsGateway;
import io.mtandao.spi.payment.PaymentMethod;
import io.mtandao.testing.db.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenantPluginsTest {
    private static final Map<String, String> FILLED = Map.of("short.code", "174379", "pass.key", "s3cret");
    @SuppressWarnings("unchecked") // as the platform's bundles do it: the registry gives each plugin its own settings
    private static final Class<PaymentMethod<Object>> PAYMENT = (Class<PaymentMethod<Object>>) (Class<?>) PaymentMethod.class;

    private final PlatformFixture platform = new PlatformFixture(List.of("db/persistence.xml", "db/extension.xml"), List.of(PluginRow.class, CallbackRow.class));
    private ExtensionFixture it;
    private Caller a;
    private Caller b;
    private TillPlugin till;

    private void given(TestDatabase.Kind kind) {
        it = new ExtensionFixture(platform.database(kind), platform.clock, Map.of("failures", 1));
        a = caller(PlatformFixture.newTenant(), Permission.PLUGINS_READ, Permission.PLUGINS_WRITE);
        b = caller(PlatformFixture.newTenant(), Permission.PLUGINS_READ, Permission.PLUGINS_WRITE);
        till = it.install(new TillPlugin("till"));
    }

    private static Caller caller(TenantId tenant, Permission... permissions) {
        return new Caller(tenant, Caller.Kind.STAFF, "1", "Amina", Set.of(permissions), Origin.LOCAL);
    }

    @AfterAll
    void close() {
        platform.close();
    }

    private List<Handle<PaymentMethod<Object>>> enabled(Caller caller) {
        return it.registry.enabled(caller.tenant(), PAYMENT);
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void anIspSwitchesAPluginOnAndAnotherSeesNothingOfIt(TestDatabase.Kind kind) {
        given(kind);
        assertThat(it.plugins.list(a, null)).singleElement().satisfies(p -> {
            assertThat(p.state()).isEqualTo(State.AVAILABLE);
            assertThat(p.callbackUrls()).isEmpty();
        });
        Plugins.Plugin on = it.plugins.configure(a, "till", true, FILLED);
        assertThat(on.state()).isEqualTo(State.ENABLED);
        assertThat(on.settings()).isEqualTo(Map.of("short.code", "174379"));
        assertThat(on.secretsSet()).containsExactly("pass.key");
        assertThat(on.capabilities()).containsExactly("callback", "push");
        assertThat(on.order()).isEqualTo(1);
        assertThat(on.trouble()).isNull();
        assertThat(it.audit.lines).containsExactly("Amina plugin.configure plugin/till null -> {enabled=true, pass.key=(new secret), short.code=174379}");
        assertThat(enabled(a)).hasSize(1);
        assertThat(enabled(b)).isEmpty();
        assertThat(it.plugins.get(b, "till", null)).satisfies(p -> {
            assertThat(p.enabled()).isFalse();
            assertThat(p.settings()).isEmpty();
            assertThat(p.secretsSet()).isEmpty();
            assertThat(p.callbackUrls()).isEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void aPluginGetsTheTenantsSettingsTypedAndItsOwnCallbackAddresses(TestDatabase.Kind kind) {
        given(kind);
        Plugins.Plugin on = it.plugins.configure(a, "till", true, FILLED);
        it.plugins.configure(b, "till", true, Map.of("short.code", "600000", "pass.key", "b's"));
        till.health = context -> Health.ok(context.tenant() + " " + context.settings().short_code() + " " + context.settings().pass_key() + " " + context.currency()
            + " " + context.country() + " " + context.timeZone() + " " + context.callbackUrl("stk"));
        assertThat(it.plugins.test(a, "till").text()).isEqualTo(a.tenant() + " 174379 s3cret KES KE Africa/Nairobi " + on.callbackUrls().get("stk"));
        assertThat(it.plugins.test(b, "till").text()).startsWith(b.tenant() + " 600000 b's").doesNotContain(on.callbackUrls().get("stk"));
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void aPluginRefusesSettingsThatItsSchemaLetsThrough(TestDatabase.Kind kind) {
        given(kind);
        till.faults = s -> s.short_code().matches("\\d+") ? Map.of() : Map.of("short.code", "must be digits");
        Invalid e = catchThrowableOfType(Invalid.class, () -> it.plugins.configure(a, "till", true, Map.of("short.code", "PAYBILL", "pass.key", "s3cret")));
        assertThat(e.fields()).isEqualTo(Map.of("short.code", "must be digits"));
        assertThat(it.plugins.get(a, "till", null).settings()).isEmpty();
        assertThat(it.audit.lines).isEmpty();
        // a draft that lacks something is the schema's matter alone; the plugin looks as soon as nothing is missing
        it.plugins.configure(a, "till", false, Map.of("short.code", "PAYBILL"));
        assertThat(catchThrowableOfType(Invalid.class, () -> it.plugins.configure(a, "till", true, Map.of("pass.key", "s3cret"))).fields()).containsOnlyKeys("short.code");
        assertThat(it.plugins.configure(a, "till", true, FILLED).enabled()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void whatANewVersionRefusesCanStillBeSwitchedOffAndItsTestSaysWhatIsWrong(TestDatabase.Kind kind) {
        given(kind);
        it.plugins.configure(a, "till", true, FILLED);
        till.faults = s -> Map.of("short.code", "must begin with 5");
        assertThat(it.plugins.test(a, "till")).satisfies(t -> {
            assertThat(t.ok()).isFalse();
            assertThat(t.text()).isEqualTo("short.code must begin with 5");
        });
        assertThat(it.plugins.configure(a, "till", false, Map.of()).enabled()).isFalse();
        assertThatThrownBy(() -> it.plugins.configure(a, "till", false, Map.of("short.code", "174380"))).isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void aPluginThatBreaksOverSettingsLeavesThemAsTheyWere(TestDatabase.Kind kind) {
        given(kind);
        it.plugins.configure(a, "till", true, FILLED);
        till.faults = s -> {
            throw new IllegalStateException("bug");
        };
        assertThatThrownBy(() -> it.plugins.configure(a, "till", true, Map.of("short.code", "174380"))).isInstanceOf(Unavailable.class).hasMessageContaining("nothing was changed");
        assertThat(it.plugins.get(a, "till", null).settings()).containsEntry("short.code", "174379");
        assertThat(it.plugins.configure(a, "till", false, Map.of()).enabled()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void whoSavesOverSomebodyElsesSettingsIsToldToLookAgain(TestDatabase.Kind kind) {
        given(kind);
        it.plugins.configure(a, "till", true, FILLED);
        till.faults = s -> {
            till.faults = more -> Map.of();
            it.plugins.configure(a, "till", true, Map.of("seconds", "20"));
            return Map.of();
        };
        assertThatThrownBy(() -> it.plugins.configure(a, "till", true, Map.of("short.code", "174380"))).isInstanceOf(Stale.class);
        assertThat(it.plugins.get(a, "till", null).settings()).containsEntry("short.code", "174379").containsEntry("seconds", "20");
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void theCallbackAddressStaysWhateverIsSwitchedAndOnlyItsHashIsInTheDirectory(TestDatabase.Kind kind) {
        given(kind);
        String url = it.plugins.configure(a, "till", true, FILLED).callbackUrls().get("stk");
        assertThat(url).matches("https://isp\\.example/hooks/[0-9a-f]{48}/stk");
        it.plugins.configure(a, "till", false, Map.of());
        assertThat(it.plugins.get(a, "till", null).callbackUrls()).containsEntry("stk", url);
        assertThat(it.plugins.configure(a, "till", true, Map.of()).callbackUrls()).containsEntry("stk", url).containsOnlyKeys("stk", "ask");
        assertThat(it.directory.ofTenant(a.tenant(), Directory.Kind.CALLBACK)).singleElement().satisfies(e -> {
            assertThat(e.ref()).isEqualTo("till");
            assertThat(url).doesNotContain(e.key());
        });
        String row = it.db.tx().in(a.tenant(), em -> PluginTable.find(em, "till").map(r -> r.getSettings() + r.getCallbackToken()).orElseThrow());
        assertThat(row).doesNotContain("s3cret").doesNotContain(url.substring(28, 76));
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void whatIsWrongIsToldPerFieldAndNothingIsStored(TestDatabase.Kind kind) {
        given(kind);
        Invalid e = catchThrowableOfType(Invalid.class, () -> it.plugins.configure(a, "till", true, Map.of("short.code", "1")));
        assertThat(e.fields()).isEqualTo(Map.of("short.code", "is too short", "pass.key", "must be given"));
        assertThat(it.plugins.get(a, "till", null).settings()).isEmpty();
        assertThat(it.audit.lines).isEmpty();
        it.plugins.configure(a, "till", false, Map.of("short.code", "174379"));
        assertThat(it.plugins.test(a, "till")).satisfies(t -> {
            assertThat(t.ok()).isFalse();
            assertThat(t.text()).contains("not complete").contains("pass.key");
        });
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void aSecretChangesOnlyWhenGivenAndTheAuditLogTellsThatButNotWhat(TestDatabase.Kind kind) {
        given(kind);
        it.plugins.configure(a, "till", true, FILLED);
        it.plugins.configure(a, "till", true, Map.of("short.code", "174380"));
        it.plugins.configure(a, "till", true, Map.of("pass.key", "other"));
        till.health = context -> Health.ok(context.settings().short_code() + context.settings().pass_key());
        assertThat(it.plugins.test(a, "till").text()).isEqualTo("174380other");
        assertThat(it.audit.lines.get(1)).endsWith("{enabled=true, pass.key=(secret), short.code=174379} -> {enabled=true, pass.key=(secret), short.code=174380}");
        assertThat(it.audit.lines.get(2)).endsWith("-> {enabled=true, pass.key=(new secret), short.code=174380}");
        assertThat(it.audit.lines.toString()).doesNotContain("s3cret").doesNotContain("other");
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void aPluginThatIsAwayIsStillShownCanBeSwitchedOffAndComesBackAsItWas(TestDatabase.Kind kind) {
        given(kind);
        Plugins.Plugin on = it.plugins.configure(a, "till", true, FILLED);
        it.installed.leave(till);
        assertThat(enabled(a)).isEmpty();
        assertThat(it.plugins.list(a, null)).singleElement().satisfies(p -> {
            assertThat(p.state()).isEqualTo(State.AWAY);
            assertThat(p.name()).isEqualTo("Till till");
            assertThat(p.callbackUrls()).isEqualTo(on.callbackUrls());
            assertThat(p.trouble()).isNotBlank();
        });
        assertThatThrownBy(() -> it.plugins.configure(a, "till", true, Map.of())).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> it.plugins.test(a, "till")).isInstanceOf(Unavailable.class).hasMessageContaining("Till till");
        assertThatThrownBy(() -> it.plugins.configure(b, "till", false, Map.of())).isInstanceOf(NotFound.class);
        assertThat(it.plugins.configure(a, "till", false, Map.of()).enabled()).isFalse();
        assertThat(it.plugins.list(a, null)).isEmpty();
        it.install(till);
        assertThat(it.plugins.configure(a, "till", true, Map.of()).callbackUrls()).isEqualTo(on.callbackUrls());
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void severalOfAKindStandInTheIspsOrder(TestDatabase.Kind kind) {
        given(kind);
        for (String id : List.of("till-2", "till-3")) it.install(new TillPlugin(id));
        for (String id : List.of("till-2", "till", "till-3")) it.plugins.configure(a, id, true, FILLED);
        assertThat(enabled(a)).extracting(h -> h.description().id()).containsExactly("till-2", "till", "till-3");
        it.plugins.order(a, "payment", List.of("till-3", "till"));
        assertThat(enabled(a)).extracting(h -> h.description().id()).containsExactly("till-3", "till", "till-2");
        assertThat(it.plugins.list(a, null)).extracting(Plugins.Plugin::id).containsExactly("till-3", "till", "till-2");
        assertThat(it.plugins.list(a, null)).extracting(Plugins.Plugin::order).containsExactly(1, 2, 3);
        assertThat(it.registry.enabled(a.tenant(), PAYMENT, "till")).isPresent();
        assertThat(it.registry.enabled(a.tenant(), SmsGateway.class)).isEmpty();
        for (List<String> wrong : List.of(List.of("nobody"), List.of("till", "till")))
            assertThatThrownBy(() -> it.plugins.order(a, "payment", wrong)).isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void aCallIsRefusedInsideAUnitOfWorkAndWhenThePluginHasLeft(TestDatabase.Kind kind) {
        given(kind);
        it.plugins.configure(a, "till", true, FILLED);
        Handle<PaymentMethod<Object>> handle = enabled(a).get(0);
        assertThatThrownBy(() -> it.db.tx().in(a.tenant(), em -> handle.call((p, c) -> "called"))).isInstanceOf(IllegalStateException.class);
        assertThat(handle.<String>call((p, c) -> "called")).isEqualTo("called");
        it.installed.leave(till);
        VendorProblem gone = catchThrowableOfType(VendorProblem.class, () -> handle.call((p, c) -> "called"));
        assertThat(gone.outcome()).isEqualTo(VendorProblem.Outcome.RETRY);
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void troubleIsShownUntilTheSettingsChangeOrATestSucceeds(TestDatabase.Kind kind) {
        given(kind);
        it.plugins.configure(a, "till", true, FILLED);
        Handle<PaymentMethod<Object>> handle = enabled(a).get(0);
        assertThatThrownBy(() -> handle.call((p, c) -> {
            throw new VendorProblem(VendorProblem.Outcome.RETRY, "vendor is down");
        })).hasMessage("vendor is down");
        assertThat(it.plugins.get(a, "till", null).trouble()).isEqualTo("vendor is down");
        assertThatThrownBy(() -> handle.call((p, c) -> "x")).hasMessageContaining("left alone");
        assertThat(it.plugins.test(a, "till").ok()).isTrue();
        assertThat(it.plugins.get(a, "till", null).trouble()).isNull();
        assertThat(handle.<String>call((p, c) -> "x")).isEqualTo("x");
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void permissionsAreAskedFor(TestDatabase.Kind kind) {
        given(kind);
        Caller reader = caller(a.tenant(), Permission.PLUGINS_READ), nobody = caller(a.tenant());
        assertThatThrownBy(() -> it.plugins.list(nobody, null)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> it.plugins.get(nobody, "till", null)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> it.plugins.configure(reader, "till", true, FILLED)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> it.plugins.test(reader, "till")).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> it.plugins.order(reader, "payment", List.of())).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> it.plugins.get(reader, "nobody", null)).isInstanceOf(NotFound.class);
    }
}

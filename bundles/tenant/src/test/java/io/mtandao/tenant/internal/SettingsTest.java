package io.mtandao.tenant.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Conflict;
import io.mtandao.api.Forbidden;
import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.NotFound;
import io.mtandao.api.Permission;
import io.mtandao.api.Stale;
import io.mtandao.api.TenantId;
import io.mtandao.api.Unavailable;
import io.mtandao.api.billing.Ledger;
import io.mtandao.api.billing.Ledger.TrialBalance;
import io.mtandao.api.billing.Ledger.TrialBalance.Account;
import io.mtandao.api.tenant.Settings;
import io.mtandao.api.tenant.TenantSettings;
import io.mtandao.persistence.Directory.Kind;
import io.mtandao.tenant.internal.World.Home;
import io.mtandao.tenant.internal.entity.IspRow;
import io.mtandao.tenant.internal.rule.LogoTest;
import io.mtandao.testing.db.TestDatabase;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsTest {
    static List<TestDatabase.Kind> kinds() {
        return TestDatabase.kinds().toList();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatIsSavedComesBackInItsPlainForm(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        Settings settings = settings(w, 0);
        TenantSettings before = settings.get(home.owner());
        TenantSettings saved = settings.update(home.owner(), new TenantSettings(before.version(), " New Name ", before.slug(), null, "KE", "KES", "Africa/Kampala", "sw", "GST", 1600, 90,
                LogoTest.png(90_000), "#0055AA", "0722 000 111", "Help@Example.com", "whatsapp, sms"));
        assertThat(saved).isEqualTo(new TenantSettings(before.version() + 1, "New Name", before.slug(), null, "KE", "KES", "Africa/Kampala", "sw", "GST", 1600, 90,
                LogoTest.png(90_000), "#0055aa", "+254722000111", "help@example.com", "whatsapp,sms"));
        assertThat(settings.get(home.owner())).isEqualTo(saved);
        assertThat(w.tx.<IspRow>platform("test", em -> em.find(IspRow.class, home.tenant().value())).getName()).as("the operator's list too").isEqualTo("New Name");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theAuditLogShowsWhatChangedAndNoPicture(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        Settings settings = settings(w, 0);
        TenantSettings before = settings.get(home.owner());
        settings.update(home.owner(), with(before, before.name(), null, "KES", LogoTest.png(5000)));
        assertThat(w.audit.list(home.owner(), ListQuery.where("action", "settings.update")).items()).singleElement()
                .satisfies(e -> assertThat(e.changes()).startsWith("{\"logo\":{\"before\":null,\"after\":\"picture ").hasSizeLessThan(100));
        TenantSettings now = settings.get(home.owner());
        settings.update(home.owner(), now);
        assertThat(w.audit.list(home.owner(), ListQuery.where("action", "settings.update")).items()).as("saving without a change is no change").hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theLogoCanBeTakenAway(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        Settings settings = settings(w, 0);
        TenantSettings with = settings.update(home.owner(), with(settings.get(home.owner()), "S", null, "KES", LogoTest.png(150_000)));
        assertThat(with.logo()).hasSizeGreaterThan(199_000);
        assertThat(settings.update(home.owner(), with(with, "S", null, "KES", null)).logo()).isNull();
        assertThat(settings.get(home.owner()).logo()).isNull();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void somebodyElsesChangeInBetweenIsNotOverwritten(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        Settings settings = settings(w, 0);
        TenantSettings read = settings.get(home.owner());
        settings.update(home.owner(), with(read, "One", null, "KES", null));
        assertThatThrownBy(() -> settings.update(home.owner(), with(read, "Two", null, "KES", null))).isInstanceOf(Stale.class);
        assertThat(settings.get(home.owner()).name()).isEqualTo("One");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aHostNameBelongsToOneIsp(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home a = w.isp(), b = w.isp();
        Settings settings = settings(w, 0);
        String host = a.slug() + ".host.example.org", moved = "new-" + host;
        settings.update(a.owner(), with(settings.get(a.owner()), "A", host.toUpperCase(), "KES", null));
        assertThat(w.directory.find(Kind.HOST, host)).get().extracting(e -> e.tenant()).isEqualTo(a.tenant());
        assertThatThrownBy(() -> settings.update(b.owner(), with(settings.get(b.owner()), "B", host, "KES", null))).isInstanceOf(Conflict.class);
        assertThat(settings.get(b.owner()).name()).as("nothing of a refused change stays").isEqualTo("Savanna Net");

        settings.update(a.owner(), with(settings.get(a.owner()), "A", moved, "KES", null));
        assertThat(w.directory.find(Kind.HOST, host)).isEmpty();
        assertThat(settings.update(b.owner(), with(settings.get(b.owner()), "B", host, "KES", null)).host()).isEqualTo(host);
        assertThatThrownBy(() -> settings.update(b.owner(), with(settings.get(b.owner()), "B", "isp.example.org", "KES", null))).isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theCurrencyIsFixedOnceMoneyWasBooked(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        TenantSettings now = settings(w, 0).get(home.owner());
        assertThatThrownBy(() -> settings(w, 3).update(home.owner(), with(now, "S", null, "UGX", null)))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.fields()).containsOnlyKeys("currency"));
        assertThatThrownBy(() -> new JpaSettings(w.tx, w.directory, w.audit, w.platform, new MoneyBooked()).update(home.owner(), with(now, "S", null, "UGX", null)))
                .as("while billing is away nobody knows").isInstanceOf(Unavailable.class);
        assertThat(settings(w, 3).update(home.owner(), with(now, "Other name", null, "KES", null)).name()).isEqualTo("Other name");
        assertThat(settings(w, 0).update(home.owner(), with(settings(w, 0).get(home.owner()), "S", null, "UGX", null)).currency()).isEqualTo("UGX");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyMethodWantsItsPermission(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        Settings settings = settings(w, 0);
        TenantSettings now = settings.get(home.with(Permission.SETTINGS_READ));
        assertThatThrownBy(() -> settings.get(home.with(Permission.STAFF_READ))).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> settings.update(home.with(Permission.SETTINGS_READ), now)).isInstanceOf(Forbidden.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void eachIspHasItsOwn(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home a = w.isp(), b = w.isp();
        Settings settings = settings(w, 0);
        settings.update(a.owner(), with(settings.get(a.owner()), "Only A", null, "KES", null));
        assertThat(settings.get(b.owner()).name()).isEqualTo("Savanna Net");
        assertThat(settings.get(b.owner()).slug()).isEqualTo(b.slug());
        assertThat(w.audit.list(b.owner(), ListQuery.where("action", "settings.update")).items()).isEmpty();
        assertThatThrownBy(() -> settings.get(io.mtandao.api.Caller.system(new TenantId("nobody"), "test"))).isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatANodeReadIsKeptUntilAnyNodeChangesIt(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp(), other = w.isp();
        Settings here = settings(w, 0), there = settings(w, 0);
        TenantSettings read = here.get(home.owner());
        assertThat(here.get(home.system())).as("the logo is not loaded again").isSameAs(read);
        assertThat(here.get(other.owner()).slug()).isEqualTo(other.slug());
        TenantSettings changed = there.update(home.owner(), with(read, "Changed there", null, "KES", null));
        assertThat(here.get(home.owner())).isEqualTo(changed).isNotEqualTo(read);
        assertThat(here.get(other.owner()).name()).isEqualTo("Savanna Net");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatWasRolledBackIsNotKept(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        Settings settings = settings(w, 0);
        TenantSettings read = settings.get(home.owner());
        assertThatThrownBy(() -> w.tx.run(home.tenant(), em -> {
            settings.update(home.owner(), with(read, "Never was", null, "KES", null));
            assertThat(settings.get(home.owner()).name()).as("the unit sees its own change").isEqualTo("Never was");
            throw new IllegalStateException("no");
        })).hasMessage("no");
        assertThat(settings.get(home.owner())).isEqualTo(read);
        settings.update(home.owner(), with(read, "Same version, other name", null, "KES", null));
        assertThat(settings.get(home.owner()).name()).isEqualTo("Same version, other name");
    }

    /** @param booked how many entries the ledger has */
    private static Settings settings(World w, long booked) {
        Ledger ledger = (Ledger) Proxy.newProxyInstance(SettingsTest.class.getClassLoader(), new Class<?>[] {Ledger.class}, (proxy, method, args) -> {
            if (!method.getName().equals("trialBalance")) throw new UnsupportedOperationException(method.getName());
            Money none = Money.zero("KES");
            List<Account> accounts = booked == 0 ? List.of() : List.of(new Account("suspense", none, none, booked));
            return new TrialBalance(Instant.EPOCH, accounts, none, none);
        });
        MoneyBooked money = new MoneyBooked();
        money.ledger = new There<>(ledger);
        return new JpaSettings(w.tx, w.directory, w.audit, w.platform, money);
    }

    private static TenantSettings with(TenantSettings s, String name, String host, String currency, String logo) {
        return new TenantSettings(s.version(), name, s.slug(), host, s.country(), currency, s.timeZone(), s.language(), s.taxName(), s.taxPercentHundredths(), s.retentionDays(), logo,
                s.primaryColour(), s.supportPhone(), s.supportEmail(), s.messageChannels());
    }
}

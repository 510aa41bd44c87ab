package io.mtandao.tenant.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Caller;
import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.NotFound;
import io.mtandao.api.Origin;
import io.mtandao.api.Role;
import io.mtandao.api.tenant.AuditLog;
import io.mtandao.api.tenant.Registrations.NewIsp;
import io.mtandao.api.tenant.Registrations.NewOwner;
import io.mtandao.api.tenant.Registrations.Registered;
import io.mtandao.api.tenant.Staff;
import io.mtandao.api.tenant.TenantSettings;
import io.mtandao.api.tenant.TenantSetup;
import io.mtandao.persistence.Directory.Kind;
import io.mtandao.tenant.internal.World.Home;
import io.mtandao.tenant.internal.entity.IspRow;
import io.mtandao.tenant.internal.entity.StaffMember;
import io.mtandao.testing.db.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RegistrationsTest {
    private static final NewOwner OWNER = new NewOwner("Jane Owner", "jane@example.com", "0712345678", World.PASSWORD);

    static List<TestDatabase.Kind> kinds() {
        return TestDatabase.kinds().toList();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anIspGetsOwnerSettingsDirectoryEntryAndAudit(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Origin origin = World.address();
        Registered made = w.registrations.register(isp("first-" + kind.name().toLowerCase()), OWNER, origin);

        assertThat(made.tenantId().value()).matches("[a-z2-7]{13}");
        assertThat(w.directory.find(Kind.SLUG, made.slug())).get().extracting(e -> e.tenant()).isEqualTo(made.tenantId());
        Caller system = Caller.system(made.tenantId(), "test");
        assertThat(w.staff.list(system, ListQuery.first(10)).items()).singleElement().satisfies(m -> {
            assertThat(m.role()).isEqualTo(Role.OWNER);
            assertThat(m.phone()).isEqualTo("+254712345678");
            assertThat(m.active()).isTrue();
            assertThat(m.lastSignIn()).isNull();
        });
        TenantSettings settings = tenantSettings(w, system);
        assertThat(settings.name()).isEqualTo("Savanna Net");
        assertThat(settings.slug()).isEqualTo(made.slug());
        assertThat(settings.messageChannels()).isEqualTo("sms,whatsapp");
        assertThat(w.audit.list(system, ListQuery.first(10)).items()).extracting(AuditLog.Entry::action, AuditLog.Entry::who, AuditLog.Entry::address)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("isp.register", "Jane Owner", origin.address()));
        assertThat(w.audit.list(system, ListQuery.first(10)).items().get(0).changes()).contains("jane@example.com").doesNotContain(World.PASSWORD);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theOwnerIsAskedToConfirmTheAddressByALinkThatWorksOnce(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        SentMail.Mail mail = w.mails.last(home);
        assertThat(mail.to()).isEqualTo("jane@example.com");
        assertThat(mail.text()).contains("https://isp.example.org/ui/verify?token=ml_").contains("Savanna Net");
        assertThat(mail.key()).hasSizeLessThan(40).doesNotContain(mail.token());

        w.proof.confirm(mail.token(), World.address());
        assertThat(w.tx.<StaffMember>in(home.tenant(), em -> em.find(StaffMember.class, World.id(home.owner()))).getEmailVerifiedAt()).isEqualTo(w.clock.instant());
        assertThatThrownBy(() -> w.proof.confirm(mail.token(), World.address())).isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aConfirmationLinkSetsNoPassword(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        assertThatThrownBy(() -> w.staff.resetPassword(w.mails.last(home).token(), "another horse", World.address())).isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aTakenShortNameIsAConflict(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        assertThatThrownBy(() -> w.registrations.register(isp(home.slug()), OWNER, World.address())).isInstanceOf(Conflict.class).hasMessageContaining(home.slug());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatIsWrongIsToldBeforeAnythingIsMade(TestDatabase.Kind kind) {
        World w = World.of(kind);
        assertThatThrownBy(() -> w.registrations.register(isp("API"), OWNER, World.address()))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.fields()).containsOnlyKeys("isp.slug"));
        assertThat(w.directory.find(Kind.SLUG, "API")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void ofManyWhoWantTheSameNameAtOnceOneGetsIt(TestDatabase.Kind kind) throws Exception {
        World w = World.of(kind);
        String slug = "race-" + kind.name().toLowerCase();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        List<Callable<Object>> tries = new ArrayList<>();
        for (int i = 0; i < 8; i++) tries.add(() -> {
            try {
                return w.registrations.register(isp(slug), OWNER, World.address());
            } catch (Conflict e) {
                return e.getMessage();
            }
        });
        List<Object> results = new ArrayList<>();
        for (Future<Object> f : pool.invokeAll(tries)) results.add(f.get());
        pool.shutdown();

        assertThat(results).filteredOn(Registered.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(String.class::isInstance).hasSize(7).allMatch(text -> text.equals("the short name " + slug + " is taken"));
        assertThat(w.tx.<Long>platform("test", em -> em.createQuery("select count(e) from IspRow e where e.slug = ?1", Long.class).setParameter(1, slug).getSingleResult())).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void otherBundlesSetUpWithinTheSameTransaction(TestDatabase.Kind kind) {
        World w = World.of(kind);
        List<String> seen = new ArrayList<>();
        TenantSetup step = (system, settings) -> {
            // what the registration has made is visible, since the step runs in its unit of work
            Staff.Member owner = w.staff.list(system, ListQuery.first(1)).items().get(0);
            seen.add(settings.currency() + " " + owner.email() + " " + w.tx.running());
        };
        TenantSetup failing = (system, settings) -> {
            throw new IllegalStateException("no templates today");
        };
        w.setups.add(step);
        try {
            Home home = w.isp();
            assertThat(seen).containsExactly("KES jane@example.com true");
            w.setups.add(failing);
            String slug = "half-" + kind.name().toLowerCase();
            assertThatThrownBy(() -> w.registrations.register(isp(slug), OWNER, World.address())).hasMessage("no templates today");
            assertThat(w.directory.find(Kind.SLUG, slug)).as("nothing is left of it").isEmpty();
            assertThat(w.tx.<Long>platform("test", em -> em.createQuery("select count(e) from IspRow e where e.slug = ?1", Long.class).setParameter(1, slug).getSingleResult())).isZero();
            assertThat(w.tx.<IspRow>platform("test", em -> em.find(IspRow.class, home.tenant().value()))).isNotNull();
        } finally {
            w.setups.clear();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void withoutMessagingRegistrationWorks(TestDatabase.Kind kind) {
        World w = World.of(kind);
        assertThat(new Post().mail(w.isp().tenant(), "jane@example.com", "s", "t", "k")).isFalse();
    }

    private static TenantSettings tenantSettings(World w, Caller system) {
        return new JpaSettings(w.tx, w.directory, w.audit, w.platform, new MoneyBooked()).get(system);
    }

    private static NewIsp isp(String slug) {
        return new NewIsp("Savanna Net", slug, "KE", "KES", "Africa/Nairobi");
    }
}

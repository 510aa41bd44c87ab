package io.mtandao.tenant.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Caller;
import io.mtandao.api.Forbidden;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Origin;
import io.mtandao.api.Permission;
import io.mtandao.api.Role;
import io.mtandao.api.Unauthenticated;
import io.mtandao.api.tenant.AuditLog;
import io.mtandao.api.tenant.Registrations.NewIsp;
import io.mtandao.api.tenant.Registrations.NewOwner;
import io.mtandao.api.tenant.Registrations.Registered;
import io.mtandao.api.tenant.Sessions.Session;
import io.mtandao.api.tenant.Staff.Draft;
import io.mtandao.api.tenant.Staff.Member;
import io.mtandao.testing.db.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The first days of an ISP, for those who want to know what this bundle does. */
class StoryTest {
    static List<TestDatabase.Kind> kinds() {
        return TestDatabase.kinds().toList();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void fromRegistrationToTheFirstDismissal(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Origin home = World.address(), office = World.address();
        String slug = "baobab-" + kind.name().toLowerCase();

        // Amina registers her ISP at home and confirms her address from the mail
        Registered isp = w.registrations.register(new NewIsp("Baobab Wireless", slug, "TZ", "TZS", "Africa/Dar_es_Salaam"),
                new NewOwner("Amina Juma", "amina@baobab.example", "0754 123 456", "mti mkubwa sana"), home);
        SentMail.Mail mail = w.mails.last(new World.Home(isp.tenantId(), slug, Caller.system(isp.tenantId(), "test")));
        w.proof.confirm(mail.token(), home);

        // she signs in at the office and takes Juma in, who gets no mail: she hands him a link
        Session amina = w.sessions.signIn(slug, "amina@baobab.example", "mti mkubwa sana", office);
        Caller owner = w.sessions.authenticate(amina.token(), office);
        Member juma = w.staff.create(owner, new Draft("Juma Bakari", "juma@baobab.example", "0754 999 888", Role.SUPPORT, true, null));
        assertThatThrownBy(() -> w.sessions.signIn(slug, "juma@baobab.example", "", office)).isInstanceOf(Unauthenticated.class);
        String link = w.staff.oneTimeLink(owner, juma.id());

        // Juma chooses his password and may do what support does, no more
        w.clock.advance(Duration.ofHours(2));
        w.staff.resetPassword(link.substring(link.indexOf('=') + 1), "samaki wa kupaka", office);
        Session session = w.sessions.signIn(slug, "juma@baobab.example", "samaki wa kupaka", office);
        Caller support = w.sessions.authenticate(session.token(), office);
        assertThat(support.may(Permission.SUBSCRIBERS_WRITE)).isTrue();
        assertThatThrownBy(() -> w.staff.list(support, ListQuery.first(10))).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> w.keys.create(support, "mine", Set.of(Permission.SUBSCRIBERS_READ))).isInstanceOf(Forbidden.class);

        // he becomes an admin, which his open session feels at once, and makes a key for the accountant's program
        Member now = w.staff.get(owner, juma.id());
        w.staff.update(owner, now.id(), now.version(), new Draft(now.fullName(), now.email(), now.phone(), Role.ADMIN, true, null));
        Caller admin = w.sessions.authenticate(session.token(), office);
        String key = w.keys.create(admin, "accounting", Set.of(Permission.PAYMENTS_READ)).key();
        assertThat(w.sessions.authenticate(key, World.address()).permissions()).containsExactly(Permission.PAYMENTS_READ);

        // Amina comes back after lunch: her session is over, her password is not
        assertThatThrownBy(() -> w.sessions.authenticate(amina.token(), office)).isInstanceOf(Unauthenticated.class);
        Caller again = w.sessions.signIn(slug, "amina@baobab.example", "mti mkubwa sana", office).caller();

        // Juma leaves, and with him everything he could come in by
        w.staff.delete(again, juma.id());
        for (String bearer : List.of(session.token(), key)) assertThatThrownBy(() -> w.sessions.authenticate(bearer, office)).isInstanceOf(Unauthenticated.class);

        // and all of it can be read, newest last
        List<String> told = w.audit.list(again, new ListQuery(null, Map.of(), "id", 50, null)).items().stream().map(StoryTest::line).toList();
        assertThat(told).containsExactly("Amina Juma isp.register", "Amina Juma staff.verify-email", "Amina Juma staff.sign-in", "Amina Juma staff.create", "(unknown) staff.sign-in-failed",
                "Amina Juma staff.one-time-link", "Juma Bakari staff.password-reset", "Juma Bakari staff.sign-in", "Amina Juma staff.update", "Juma Bakari api-key.create",
                "Amina Juma staff.sign-in", "Amina Juma staff.delete");
    }

    private static String line(AuditLog.Entry e) {
        return e.who() + " " + e.action();
    }
}

package io.mtandao.tenant.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Origin;
import io.mtandao.api.Permission;
import io.mtandao.api.Role;
import io.mtandao.api.tenant.Registrations.NewIsp;
import io.mtandao.api.tenant.Registrations.NewOwner;
import io.mtandao.api.tenant.Registrations.Registered;
import io.mtandao.api.tenant.Settings;
import io.mtandao.api.tenant.Staff.Draft;
import io.mtandao.api.tenant.TenantSettings;
import io.mtandao.tenant.internal.World.Home;
import io.mtandao.testing.db.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What nobody notices until it hurts: an entity that is not woven, a column that is too short. */
class EntitiesTest {
    static List<TestDatabase.Kind> kinds() {
        return TestDatabase.kinds().toList();
    }

    @Test
    void everyEntityIsInTheWeavingListAndInTheTests() throws IOException {
        List<String> classes = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/java/io/mtandao/tenant/internal/entity"))) {
            files.forEach(f -> classes.add("io.mtandao.tenant.internal.entity." + f.getFileName().toString().replace(".java", "")));
        }
        assertThat(Entities.ALL).extracting(Class::getName).containsExactlyInAnyOrderElementsOf(classes);
        List<String> woven = new ArrayList<>();
        Matcher m = Pattern.compile("<class>(io\\.mtandao\\.tenant\\.[^<]+)</class>").matcher(Files.readString(Path.of("src/weave/META-INF/persistence.xml")));
        while (m.find()) woven.add(m.group(1));
        assertThat(woven).containsExactlyInAnyOrderElementsOf(classes);
    }

    @Test
    void everyEntityWasWoven() {
        for (Class<?> type : Entities.ALL)
            assertThat(Arrays.stream(type.getInterfaces()).map(Class::getSimpleName)).as(type.getSimpleName()).contains("PersistenceWeaved");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theLongestOfEverythingFitsItsColumn(TestDatabase.Kind kind) {
        World w = World.of(kind);
        String slug = "long-" + "x".repeat(34 - kind.name().length()) + "-" + kind.name().toLowerCase();
        String email = "e".repeat(64) + "@" + ("d".repeat(59) + ".").repeat(3) + "example";
        Registered made = w.registrations.register(new NewIsp("ñ".repeat(120), slug, "KE", "KES", "America/Argentina/ComodRivadavia"),
                new NewOwner("ñ".repeat(120), email, "+254712345678", "ñandú ".repeat(33)), new Origin("0123:4567:89ab:cdef:0123:4567:89ab:cdef%interface0", "c".repeat(5_000)));
        Caller owner = w.sessions.signIn(slug, email, "ñandú ".repeat(33), new Origin("197.1.1.1", "c".repeat(5_000))).caller();
        assertThat(made.slug()).hasSize(40);

        Home home = new Home(made.tenantId(), slug, owner);
        String key = w.keys.create(owner, "ñ".repeat(80), Set.of(Permission.values())).key();
        assertThat(w.sessions.authenticate(key, Origin.LOCAL).permissions()).hasSize(Permission.values().length);
        w.staff.create(owner, new Draft("ñ".repeat(120), "other" + email.substring(5), "+254712345679", Role.READ_ONLY, true, null));

        Settings settings = new JpaSettings(w.tx, w.directory, w.audit, w.platform, new MoneyBooked());
        TenantSettings now = settings.get(owner);
        String host = ("h".repeat(48) + ".").repeat(4).substring(kind.name().length()) + kind.name().toLowerCase();
        TenantSettings saved = settings.update(owner, new TenantSettings(now.version(), "ñ".repeat(120), slug, host, "KE", "KES", now.timeZone(), "sw", "ñ".repeat(40), 10_000, 3660, null,
                "#ffffff", "+254712345678", email, "whatsapp,sms,mail"));
        assertThat(saved.host()).hasSizeBetween(190, 200);
        assertThat(settings.get(home.system())).isEqualTo(saved);
        assertThat(w.audit.list(owner, ListQuery.first(50)).items()).hasSizeGreaterThanOrEqualTo(4);
    }
}

package io.mtandao.tenant.internal;

import io.mtandao.api.Caller;
import io.mtandao.api.Origin;
import io.mtandao.api.Permission;
import io.mtandao.api.Role;
import io.mtandao.api.TenantId;
import io.mtandao.api.tenant.ApiKeys;
import io.mtandao.api.tenant.AuditLog;
import io.mtandao.api.tenant.Registrations;
import io.mtandao.api.tenant.Sessions;
import io.mtandao.api.tenant.Staff;
import io.mtandao.api.tenant.TenantSetup;
import io.mtandao.persistence.Directory;
import io.mtandao.persistence.TenantTx;
import io.mtandao.tenant.internal.entity.StaffMember;
import io.mtandao.tenant.internal.secret.Argon2Passwords;
import io.mtandao.tenant.internal.secret.FastPasswords;
import io.mtandao.tenant.internal.secret.Randomness;
import io.mtandao.tenant.internal.secret.SecureRandomness;
import io.mtandao.tenant.internal.signin.BearerCheck;
import io.mtandao.tenant.internal.signin.Errands;
import io.mtandao.tenant.internal.signin.JpaSessions;
import io.mtandao.tenant.internal.signin.MailProof;
import io.mtandao.tenant.internal.signin.OneTimeLinks;
import io.mtandao.tenant.internal.signin.PasswordDesk;
import io.mtandao.tenant.internal.signin.ResetRequests;
import io.mtandao.tenant.internal.signin.SessionBook;
import io.mtandao.tenant.internal.signin.SignIn;
import io.mtandao.tenant.internal.signin.SignInGate;
import io.mtandao.tenant.internal.signin.WaysIn;
import io.mtandao.tenant.internal.staff.JpaStaff;
import io.mtandao.tenant.internal.staff.StaffBook;
import io.mtandao.testing.db.MovableClock;
import io.mtandao.testing.db.TestDatabase;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The bundle's services over one test database, wired as Declarative Services would. One per kind of database for all test classes. */
public final class World {
    public static final String PASSWORD = "correct horse";
    private static final Map<TestDatabase.Kind, World> SHARED = new EnumMap<>(TestDatabase.Kind.class);
    /** One for all, since entities take their creation time from one clock. */
    private static final MovableClock CLOCK = MovableClock.at("2026-11-22T08:00:00Z");
    private static final AtomicInteger COUNT = new AtomicInteger();

    public final MovableClock clock = CLOCK;
    public final TestDatabase db;
    public final TenantTx tx;
    public final Directory directory;
    public final SentMail mails = new SentMail();
    public final List<TenantSetup> setups = new ArrayList<>();
    public final Randomness random = new SecureRandomness();
    public final Argon2Passwords passwords = FastPasswords.of(random);
    public final PlatformAddress platform = new PlatformAddress("https://isp.example.org/");
    public final AuditLog audit;
    public final SignInGate gate;
    public final SessionBook sessionBook;
    public final MailProof proof;
    public final OneTimeLinks links;
    public final Registrations registrations;
    public final Staff staff;
    public final Sessions sessions;
    public final ApiKeys keys;

    private World(TestDatabase.Kind kind) {
        db = TestDatabase.open(kind, clock, List.of("db/persistence.xml", "db/tenant.xml"), Entities.ALL);
        tx = db.tx();
        directory = db.directory();
        audit = new JpaAuditLog(tx);
        gate = new SignInGate(tx, clock);
        sessionBook = new SessionBook(directory, random, clock);
        links = new OneTimeLinks(directory, random, clock);
        Post post = new Post();
        post.messages = new There<>(mails.service());
        proof = new MailProof(tx, links, post, platform, audit);
        WaysIn waysIn = new WaysIn(directory);
        Founding founding = new Founding(directory, audit, proof, new SetupSteps(setups), clock);
        registrations = new JpaRegistrations(tx, directory, passwords, random, founding);
        sessions = sessionsWith(passwords);
        keys = new JpaApiKeys(tx, directory, audit, random);
        ResetRequests.Letter letter = new ResetRequests.Letter(links, post, platform, audit);
        staff = new JpaStaff(tx, audit, new StaffBook(tx, audit, passwords, proof, waysIn), new PasswordDesk(tx, audit, passwords, gate, links, waysIn),
                new ResetRequests(tx, directory, gate, letter, new Errands(Runnable::run)), links);
    }

    public static synchronized World of(TestDatabase.Kind kind) {
        return SHARED.computeIfAbsent(kind, World::new);
    }

    /** With a database of its own. */
    public static World fresh(TestDatabase.Kind kind) {
        return new World(kind);
    }

    public Sessions sessionsWith(Argon2Passwords hashing) {
        SignIn signIn = new SignIn(tx, directory, hashing, gate, sessionBook, audit);
        return new JpaSessions(tx, directory, signIn, new BearerCheck(tx, directory, clock), sessionBook, audit);
    }

    /** An ISP with its owner; every one has the same names and addresses but the slug, which also shows that they do not get in each other's way. */
    public record Home(TenantId tenant, String slug, Caller owner) {
        public Caller system() {
            return Caller.system(tenant, "test");
        }

        public Caller with(Permission... permissions) {
            return new Caller(tenant, Caller.Kind.API_KEY, "0", "a key", java.util.Set.of(permissions), owner.origin());
        }
    }

    public Home isp() {
        String slug = "net-" + COUNT.incrementAndGet();
        Registrations.Registered made = registrations.register(new Registrations.NewIsp("Savanna Net", slug, "KE", "KES", "Africa/Nairobi"),
                new Registrations.NewOwner("Jane Owner", "jane@example.com", "0712345678", PASSWORD), address());
        StaffMember owner = tx.in(made.tenantId(), em -> em.createQuery("select e from StaffMember e", StaffMember.class).getSingleResult());
        return new Home(made.tenantId(), slug, Callers.staff(made.tenantId(), owner, address()));
    }

    /** A member of the staff with the usual password. */
    public Caller member(Home home, Role role) {
        int n = COUNT.incrementAndGet();
        Staff.Member made = staff.create(home.owner(), new Staff.Draft("Person " + n, "person" + n + "@example.com", null, role, true, PASSWORD));
        return new Caller(home.tenant(), Caller.Kind.STAFF, String.valueOf(made.id()), made.fullName(), role.permissions(), address());
    }

    public String email(Caller member) {
        return staff.get(member, id(member)).email();
    }

    public static long id(Caller caller) {
        return Long.parseLong(caller.id());
    }

    /** An address from which nobody came yet. */
    public static Origin address() {
        int n = COUNT.incrementAndGet();
        return new Origin("10." + (n >> 16 & 255) + "." + (n >> 8 & 255) + "." + (n & 255), "test");
    }
}

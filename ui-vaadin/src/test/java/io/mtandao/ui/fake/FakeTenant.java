package io.mtandao.ui.fake;

import io.mtandao.api.Caller;
import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.NotFound;
import io.mtandao.api.Origin;
import io.mtandao.api.Page;
import io.mtandao.api.Permission;
import io.mtandao.api.Role;
import io.mtandao.api.TenantId;
import io.mtandao.api.Unauthenticated;
import io.mtandao.api.tenant.ApiKeys;
import io.mtandao.api.tenant.AuditLog;
import io.mtandao.api.tenant.MailConfirmation;
import io.mtandao.api.tenant.Operators;
import io.mtandao.api.tenant.Registrations;
import io.mtandao.api.tenant.Sessions;
import io.mtandao.api.tenant.Settings;
import io.mtandao.api.tenant.Staff;
import io.mtandao.api.tenant.TenantSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The services of the bundle {@code tenant}, for one ISP, in memory. */
public final class FakeTenant {
    private FakeTenant() {}

    public static final class FakeRegistrations implements Registrations {
        private final FakeSessions sessions;

        public FakeRegistrations(FakeSessions sessions) {
            this.sessions = sessions;
        }

        @Override
        public Registered register(NewIsp isp, NewOwner owner, Origin origin) {
            if (!sessions.slugs.add(isp.slug())) throw new Conflict("taken");
            sessions.people.put(owner.email(), Role.OWNER);
            return new Registered(FakeSessions.TENANT, isp.slug());
        }
    }

    public static final class FakeSettings implements Settings {
        public TenantSettings now = new TenantSettings(1, "Nairobi Net", "nairobi-net", null, "KE", "KES", "Africa/Nairobi", "en", "VAT", 1600, 365, null, null,
            "0712 345 678", "help@nairobi.net", "sms,whatsapp");

        @Override
        public TenantSettings get(Caller caller) {
            return now;
        }

        @Override
        public TenantSettings update(Caller caller, TenantSettings c) {
            return now = new TenantSettings(c.version() + 1, c.name(), c.slug(), c.host(), c.country(), c.currency(), c.timeZone(), c.language(), c.taxName(),
                c.taxPercentHundredths(), c.retentionDays(), c.logo(), c.primaryColour(), c.supportPhone(), c.supportEmail(), c.messageChannels());
        }
    }

    public static final class FakeStaff implements Staff {
        public final List<Member> all = new ArrayList<>();

        public FakeStaff() {
            long id = 1;
            for (Role r : Role.values()) {
                Caller c = FakeSessions.caller(r.code() + "@nairobi.net", r, Origin.LOCAL);
                all.add(new Member(id++, 1, c.name(), c.id(), "+25471200000" + id, r, r != Role.READ_ONLY, r == Role.TECHNICIAN ? null : Instant.now().minusSeconds(3600 * id),
                    Instant.now().minusSeconds(86400 * 40)));
            }
        }

        @Override
        public Page<Member> list(Caller caller, ListQuery q) {
            return Lists.page(all, q, m -> Lists.has(q.search(), m.fullName(), m.email()) && Lists.is(q, "active", m.active()) && Lists.is(q, "role", m.role()));
        }

        @Override
        public Member get(Caller caller, long id) {
            return all.stream().filter(m -> m.id() == id).findFirst().orElseThrow(() -> new NotFound("member"));
        }

        @Override
        public Member create(Caller caller, Draft d) {
            Member m = new Member(all.size() + 1L, 1, d.fullName(), d.email(), d.phone(), d.role(), d.active(), null, Instant.now());
            all.add(m);
            return m;
        }

        @Override
        public Member update(Caller caller, long id, int version, Draft d) {
            Member old = get(caller, id);
            Member m = new Member(id, version + 1, d.fullName(), d.email(), d.phone(), d.role(), d.active(), old.lastSignIn(), old.createdAt());
            all.set(all.indexOf(old), m);
            return m;
        }

        @Override
        public void delete(Caller caller, long id) {
            all.remove(get(caller, id));
        }

        @Override
        public void changePassword(Caller caller, String oldPassword, String newPassword) {
            if (!oldPassword.equals(FakeSessions.PASSWORD)) throw Invalid.field("oldPassword", "is wrong");
        }

        @Override
        public String oneTimeLink(Caller caller, long id) {
            return "/ui/reset/3fA9xQ7Lk2";
        }

        @Override
        public void requestReset(String slugOrHost, String email, Origin origin) {}

        @Override
        public void resetPassword(String token, String newPassword, Origin origin) {
            if (!token.equals("3fA9xQ7Lk2")) throw new NotFound("token");
        }
    }

    public static final class FakeConfirmation implements MailConfirmation {
        public static final String TOKEN = "ml_7Hd1Js4Mf6";

        @Override
        public void confirm(String token, Origin origin) {
            if (!token.equals(TOKEN)) throw new NotFound("link");
        }
    }

    public static final class FakeApiKeys implements ApiKeys {
        public final List<ApiKey> all = new ArrayList<>(List.of(new ApiKey(1, "Website", "mt_4f2…", Set.of(Permission.SUBSCRIBERS_READ, Permission.PAYMENTS_REQUEST),
            Instant.now().minusSeconds(86400 * 20), Instant.now().minusSeconds(600))));

        @Override
        public Page<ApiKey> list(Caller caller, ListQuery q) {
            return Lists.page(all, q, k -> true);
        }

        @Override
        public NewKey create(Caller caller, String name, Set<Permission> scopes) {
            long id = all.size() + 1L;
            all.add(new ApiKey(id, name, "mt_9Qe…", scopes, Instant.now(), null));
            return new NewKey(id, "mt_9QeXw2LrT8vBn5KzYc7Hd1Js4Mf6Pg0A");
        }

        @Override
        public void revoke(Caller caller, long id) {
            all.removeIf(k -> k.id() == id);
        }
    }

    public static final class FakeAudit implements AuditLog {
        public final List<Entry> all = new ArrayList<>();

        public FakeAudit() {
            Instant now = Instant.now();
            all.add(new Entry(4, now.minusSeconds(60), "Wanjiru Kamau", "STAFF", "197.248.10.4", "package.update", "package/2",
                "{\"price\":{\"before\":\"KES 2,000.00\",\"after\":\"KES 2,200.00\"},\"downKbps\":{\"before\":10000,\"after\":12000}}"));
            all.add(new Entry(3, now.minusSeconds(900), "Faith Mutua", "STAFF", "197.248.10.9", "payment.assign", "payment/31", "{\"subscriber\":{\"before\":null,\"after\":\"Grace Muthoni\"}}"));
            all.add(new Entry(2, now.minusSeconds(4000), "Website", "API_KEY", "102.68.1.77", "payment.request", "request/9", "{\"amount\":{\"before\":null,\"after\":\"KES 1,500.00\"}}"));
            all.add(new Entry(1, now.minusSeconds(8000), "Wanjiru Kamau", "STAFF", "197.248.10.4", "session.sign-in", "staff/1", null));
        }

        @Override
        public void record(Caller caller, String action, String subject, Map<String, ?> before, Map<String, ?> after) {}

        @Override
        public Page<Entry> list(Caller caller, ListQuery q) {
            return Lists.page(all, q, e -> Lists.has(q.search(), e.who(), e.action(), e.subject()) && Lists.has(q.filters().get("action"), e.action())
                && Lists.has(q.filters().get("who"), e.who()) && Lists.has(q.filters().get("subject"), e.subject()));
        }
    }

    public static final class FakeOperators implements Operators {
        public final List<Isp> all = new ArrayList<>();
        public boolean first;
        private final FakeSessions sessions;

        public FakeOperators(FakeSessions sessions) {
            this.sessions = sessions;
            all.add(new Isp(FakeSessions.TENANT, "Nairobi Net", "nairobi-net", State.ACTIVE, 6, 240, Instant.now().minusSeconds(86400 * 90)));
            all.add(new Isp(new TenantId("mombasawifi002"), "Mombasa WiFi", "mombasa-wifi", State.ACTIVE, 3, 1830, Instant.now().minusSeconds(86400 * 30)));
            all.add(new Isp(new TenantId("kisumulink0003"), "Kisumu Link", "kisumu-link", State.SUSPENDED, 2, 75, Instant.now().minusSeconds(86400 * 10)));
        }

        @Override
        public boolean firstStart() {
            return first;
        }

        @Override
        public void createFirst(String oneTimeToken, String fullName, String email, String password, Origin origin) {
            first = false;
        }

        @Override
        public OperatorSession signIn(String email, String password, Origin origin) {
            if (!password.equals(FakeSessions.PASSWORD)) throw new Unauthenticated("wrong");
            return new OperatorSession("op", Instant.now().plusSeconds(3600), authenticate("op", origin));
        }

        @Override
        public Operator authenticate(String token, Origin origin) {
            return new Operator(1, "Amina Said", "amina@mtandao.io", origin);
        }

        @Override
        public void signOut(String token) {}

        @Override
        public Page<Isp> isps(Operator operator, ListQuery q) {
            return Lists.page(all, q, i -> Lists.has(q.search(), i.name(), i.slug()) && Lists.is(q, "state", i.state()));
        }

        @Override
        public void suspend(Operator operator, TenantId tenant, String reason) {
            set(tenant, State.SUSPENDED);
        }

        @Override
        public void reactivate(Operator operator, TenantId tenant) {
            set(tenant, State.ACTIVE);
        }

        private void set(TenantId tenant, State state) {
            all.replaceAll(i -> i.id().equals(tenant) ? new Isp(i.id(), i.name(), i.slug(), state, i.staff(), i.subscribers(), i.createdAt()) : i);
        }

        @Override
        public Sessions.Session impersonate(Operator operator, TenantId tenant, int minutes, String reason) {
            return sessions.open(new Caller(FakeSessions.TENANT, Caller.Kind.OPERATOR, "1", operator.fullName(), Role.ADMIN.permissions(), operator.origin()), Set.of(Role.ADMIN));
        }
    }

    static Money kes(long major) {
        return Money.of(major * 100, "KES");
    }
}

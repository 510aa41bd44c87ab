package io.mtandao.voucher.internal.kit;

import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.Origin;
import io.mtandao.api.Page;
import io.mtandao.api.Permission;
import io.mtandao.api.Role;
import io.mtandao.api.TenantId;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.Ledger;
import io.mtandao.api.billing.Packages;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscribers;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.Subscriptions;
import io.mtandao.api.billing.Taxes;
import io.mtandao.api.tenant.AuditLog;
import io.mtandao.api.tenant.Settings;
import io.mtandao.api.tenant.TenantSettings;
import io.mtandao.api.voucher.Voucher;
import io.mtandao.api.voucher.VoucherBatch;
import io.mtandao.api.voucher.Vouchers;
import io.mtandao.api.voucher.Vouchers.BatchDraft;
import io.mtandao.api.voucher.Vouchers.Redeemed;
import io.mtandao.api.work.DomainEvent;
import io.mtandao.testing.db.MovableClock;
import io.mtandao.testing.db.TestDatabase;
import io.mtandao.voucher.internal.VoucherParts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** One ISP with vouchers and a set of sentences about its trade. Starts on 28 November 2026, 10:15 in Nairobi. */
public final class Isp {
    public static final String START = "2026-11-28T07:15:00Z";
    public static final MovableClock CLOCK = MovableClock.at(START);
    public final TenantId id = new TenantId(UUID.randomUUID().toString());
    public final TestDatabase db;
    public final PlayedBilling billing;
    public final PlayedJobs jobs;
    public final List<DomainEvent> events = new CopyOnWriteArrayList<>();
    public final List<String> audit = new CopyOnWriteArrayList<>();
    public final VoucherParts parts;
    public final Vouchers vouchers;
    public final Caller owner = staff(Role.OWNER);
    public String language = "en";
    public String name = "Acme Networks";

    private Isp(TestDatabase db) {
        this.db = db;
        billing = new PlayedBilling(db.tx(), CLOCK);
        jobs = new PlayedJobs(db.tx());
        parts = new VoucherParts(this);
        vouchers = parts.book();
    }

    public static Isp on(TestDatabase.Kind kind) {
        CLOCK.set(Instant.parse(START));
        return new Isp(Databases.of(kind));
    }

    /** Another on the same platform. */
    public Isp neighbour() {
        return new Isp(db);
    }

    /** The same ISP after a restart of the node, or on another one. */
    public VoucherParts restarted() {
        return new VoucherParts(this);
    }

    public AuditLog auditLog() {
        return new AuditLog() {
            @Override
            public void record(Caller caller, String action, String subject, Map<String, ?> before, Map<String, ?> after) {
                if (!caller.tenant().equals(id)) throw new IllegalArgumentException("another ISP's log");
                db.tx().afterCommit(() -> audit.add(caller.name() + " " + action + " " + subject + " " + after));
            }

            @Override
            public Page<Entry> list(Caller caller, ListQuery query) {
                throw new UnsupportedOperationException();
            }
        };
    }

    public Settings settings() {
        return new Settings() {
            @Override
            public TenantSettings get(Caller caller) {
                return new TenantSettings(1, name, "acme", null, "KE", "KES", "Africa/Nairobi", language, "VAT", 1600, 90, null, "#00695c", "0700 123 456",
                    null, "sms");
            }

            @Override
            public TenantSettings update(Caller caller, TenantSettings changed) {
                throw new UnsupportedOperationException();
            }
        };
    }

    public Subscribers subscribers() {
        return billing.as(Subscribers.class);
    }

    public Subscriptions subscriptions() {
        return billing.as(Subscriptions.class);
    }

    public Ledger ledger() {
        return billing.as(Ledger.class);
    }

    public Taxes taxes() {
        return billing.as(Taxes.class);
    }

    public Packages packages() {
        return billing.as(Packages.class);
    }

    public Caller staff(Role role) {
        return new Caller(id, Caller.Kind.STAFF, "1", role.code(), role.permissions(), Origin.LOCAL);
    }

    /** A program with these scopes only. */
    public Caller key(Permission... few) {
        return new Caller(id, Caller.Kind.API_KEY, "2", "portal", Set.of(few), Origin.LOCAL);
    }

    public static Money kes(long shillings) {
        return Money.ofMajor(BigDecimal.valueOf(shillings), "KES");
    }

    public InternetPackage sells(String packageName, long price) {
        return billing.sell(id, PlayedBilling.nextId(), packageName, kes(price), false);
    }

    public void raises(InternetPackage p, long price) {
        billing.sell(id, p.id(), p.name(), kes(price), false);
    }

    public void archives(InternetPackage p) {
        billing.sell(id, p.id(), p.name(), p.price(), true);
    }

    public Subscriber joins(String who, String phone) {
        return db.tx().in(id, em -> subscribers().create(system(), new Subscribers.Draft(who, phone, null, null, null, null)));
    }

    public Subscription takes(Subscriber who, InternetPackage what, String user) {
        return db.tx().in(id, em -> subscriptions().create(system(), new Subscriptions.Draft(who.id(), what.id(), null, user, null, null)));
    }

    public Caller system() {
        return Caller.system(id, "test");
    }

    public VoucherBatch moneyBatch(int count, long each) {
        return vouchers.create(owner, new BatchDraft("Airtime", null, kes(each), "", count, 30, 0, 12));
    }

    public VoucherBatch packageBatch(int count, InternetPackage sold) {
        return vouchers.create(owner, new BatchDraft("Cards of " + sold.name(), sold.id(), null, "WIFI", count, 30, 0, 8));
    }

    public List<Voucher> all(VoucherBatch batch) {
        List<Voucher> found = new ArrayList<>();
        ListQuery query = new ListQuery(null, Map.of("batchId", "" + batch.id()), "id", 500, null);
        for (ListQuery next = query; next != null; ) {
            Page<Voucher> page = vouchers.list(owner, next);
            found.addAll(page.items());
            next = page.next() == null ? null : query.after(page.next());
        }
        return found;
    }

    /** A code that nobody has used. */
    public String codeOf(VoucherBatch batch) {
        return all(batch).stream().filter(v -> v.state() == Voucher.State.UNUSED).findFirst().orElseThrow().code();
    }

    public Voucher now(Voucher v) {
        return vouchers.get(owner, v.id());
    }

    public VoucherBatch now(VoucherBatch b) {
        return vouchers.batch(owner, b.id());
    }

    /** Somebody types it on a telephone in the portal. */
    public Redeemed redeems(String code, String phone) {
        return redeems(code, phone, "10.5.50.2");
    }

    public Redeemed redeems(String code, String phone, String from) {
        return vouchers.redeem(key(Permission.VOUCHERS_WRITE), code, null, phone, from);
    }

    /** Time goes by, and the nightly job runs at its times. */
    public void itIs(String instant) throws Exception {
        jobs.runUntil(id, parts.sweep(), CLOCK, Instant.parse(instant));
    }

    public List<Long> money() {
        return billing.entries(id).stream().map(PlayedBilling.Entry::minor).toList();
    }
}

package io.mtandao.ui.fake;

import static io.mtandao.ui.fake.FakeTenant.kes;

import io.mtandao.api.Caller;
import io.mtandao.api.Conflict;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.NotFound;
import io.mtandao.api.Page;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.Papers.Paper;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.voucher.Voucher;
import io.mtandao.api.voucher.VoucherBatch;
import io.mtandao.api.voucher.VoucherBatch.Counts;
import io.mtandao.api.voucher.Vouchers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Vouchers in memory. */
public final class FakeVouchers implements Vouchers {
    private static final String LETTERS = "ACDEFGHJKLMNPQRTUVWXY34679";
    public final List<VoucherBatch> batches = new ArrayList<>();
    public final List<Voucher> all = new ArrayList<>();
    private final FakeBilling billing;

    public FakeVouchers(FakeBilling billing) {
        this.billing = billing;
    }

    public FakeVouchers fill() {
        make("Kiosk Rongai, November", 3L, kes(6500), "RG", 60, 90, 2);
        make("Airtime 500", null, kes(500), "", 120, 0, 0);
        make("Old scratch cards", null, kes(200), "OLD-", 20, 30, 0);
        for (Voucher v : List.copyOf(all)) {
            if (v.batchId() == 1 && v.id() % 3 == 0) use(v, billing.subscriber(v.id()));
            if (v.batchId() == 2 && v.id() % 4 == 0) use(v, billing.subscriber(v.id()));
            if (v.batchId() == 3) put(v, v.id() % 5 == 0 ? Voucher.State.WITHDRAWN : Voucher.State.OVER);
        }
        return this;
    }

    private VoucherBatch make(String name, Long packageId, Money value, String prefix, int count, int shelfDays, int devices) {
        InternetPackage p = packageId == null ? null : billing.packageOf(packageId);
        Instant sellBy = shelfDays == 0 ? null : Instant.now().plus(Duration.ofDays(shelfDays));
        VoucherBatch b = new VoucherBatch(batches.size() + 1L, 1, name, packageId, p == null ? null : p.name(), p == null ? value : p.price(), prefix, count, sellBy, devices, false,
            new Counts(count, 0, 0, 0), "Wanjiru Kamau", Instant.now());
        batches.add(b);
        for (int i = 0; i < count; i++) {
            all.add(new Voucher(all.size() + 1L, b.id(), name, code(prefix, all.size()), packageId, b.packageName(), b.value(), Voucher.State.UNUSED, null, null, null, null, null, null, sellBy, devices));
        }
        return b;
    }

    private static String code(String prefix, int n) {
        StringBuilder s = new StringBuilder(prefix);
        long x = 7_919L * (n + 1) * 104_729;
        for (int i = 0; i < 10; i++, x = x * 31 + 17) s.append(LETTERS.charAt((int) Math.floorMod(x >> 3, (long) LETTERS.length())));
        return s.toString();
    }

    private Voucher use(Voucher v, Subscriber s) {
        return put(new Voucher(v.id(), v.batchId(), v.batchName(), v.code(), v.packageId(), v.packageName(), v.value(), Voucher.State.USED, s.id(), s.name(), s.phone(),
            v.packageId() == null ? null : s.id(), Instant.now(), v.packageId() == null ? null : Instant.now().plus(Duration.ofDays(30)), v.sellBy(), v.deviceLimit()));
    }

    private Voucher put(Voucher v, Voucher.State state) {
        return put(new Voucher(v.id(), v.batchId(), v.batchName(), v.code(), v.packageId(), v.packageName(), v.value(), state, null, null, null, null, null, null, v.sellBy(), v.deviceLimit()));
    }

    private Voucher put(Voucher v) {
        all.replaceAll(x -> x.id() == v.id() ? v : x);
        return v;
    }

    private VoucherBatch counted(VoucherBatch b) {
        return new VoucherBatch(b.id(), b.version(), b.name(), b.packageId(), b.packageName(), b.value(), b.prefix(), b.count(), b.sellBy(), b.deviceLimit(), b.withdrawn(),
            new Counts(count(b, Voucher.State.UNUSED), count(b, Voucher.State.USED), count(b, Voucher.State.OVER), count(b, Voucher.State.WITHDRAWN)), b.by(), b.createdAt());
    }

    private long count(VoucherBatch b, Voucher.State state) {
        return all.stream().filter(v -> v.batchId() == b.id() && v.state() == state).count();
    }

    @Override
    public Page<VoucherBatch> batches(Caller caller, ListQuery q) {
        return Lists.page(batches, q, b -> Lists.is(q, "packageId", b.packageId()) && Lists.has(q.search(), b.name())).map(this::counted);
    }

    @Override
    public VoucherBatch batch(Caller caller, long id) {
        return batches.stream().filter(b -> b.id() == id).findFirst().map(this::counted).orElseThrow(() -> new NotFound("batch"));
    }

    @Override
    public VoucherBatch create(Caller caller, BatchDraft d) {
        return make(d.name(), d.packageId(), d.value(), d.prefix() == null ? "" : d.prefix(), d.count(), d.shelfDays(), d.deviceLimit());
    }

    @Override
    public VoucherBatch withdraw(Caller caller, long id, String reason) {
        all.stream().filter(v -> v.batchId() == id && v.state() == Voucher.State.UNUSED).toList().forEach(v -> put(v, Voucher.State.WITHDRAWN));
        batches.replaceAll(b -> b.id() != id ? b : new VoucherBatch(id, b.version() + 1, b.name(), b.packageId(), b.packageName(), b.value(), b.prefix(), b.count(), b.sellBy(), b.deviceLimit(), true,
            b.counts(), b.by(), b.createdAt()));
        return batch(caller, id);
    }

    @Override
    public Page<Voucher> list(Caller caller, ListQuery q) {
        return Lists.page(all, q, v -> Lists.is(q, "batchId", v.batchId()) && Lists.is(q, "state", v.state()) && Lists.is(q, "subscriberId", v.subscriberId())
            && samePhone(q.filters().get("phone"), v.phone()) && (q.search() == null || v.code().equalsIgnoreCase(q.search())));
    }

    private static boolean samePhone(String typed, String phone) {
        return typed == null || phone != null && phone.endsWith(typed.replaceAll("\\D", "").replaceAll("^0", ""));
    }

    @Override
    public Voucher get(Caller caller, long id) {
        return all.stream().filter(v -> v.id() == id).findFirst().orElseThrow(() -> new NotFound("voucher"));
    }

    @Override
    public Voucher withdrawOne(Caller caller, long id, String reason) {
        return put(get(caller, id), Voucher.State.WITHDRAWN);
    }

    @Override
    public Redeemed redeem(Caller caller, String code, Long subscriberId, String phone, String tryingFrom) {
        Voucher v = all.stream().filter(x -> x.code().equalsIgnoreCase(code)).findFirst().orElseThrow(() -> new NotFound("voucher"));
        if (v.state() != Voucher.State.UNUSED) throw new Conflict("this voucher is " + v.state().name().toLowerCase(Locale.ROOT) + " already");
        Subscriber s = subscriberId != null ? billing.subscriber(subscriberId) : billing.subscribers.stream().filter(x -> samePhone(phone, x.phone())).findFirst().orElseThrow();
        Voucher used = use(v, s);
        if (v.packageId() == null) billing.credit(s.id(), v.value());
        return new Redeemed(used, s.id(), used.subscriptionId(), used.validUntil(), billing.subscriber(s.id()).balance());
    }

    @Override
    public List<Voucher> reusable(Caller caller, String phone) {
        return all.stream().filter(v -> v.validUntil() != null && samePhone(phone, v.phone())).toList();
    }

    @Override
    public Paper printSheet(Caller caller, long batchId) {
        return new Paper("vouchers-" + batchId + ".pdf", "application/pdf", ("%PDF-1.7 vouchers " + batch(caller, batchId).name()).getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public List<ReportLine> report(Caller caller, Instant from, Instant to) {
        return batches.stream().map(this::counted).filter(b -> !b.createdAt().isBefore(from) && b.createdAt().isBefore(to)).map(b -> new ReportLine(b.id(), b.name(), b.value(), b.count(),
            b.counts().used(), b.counts().over(), b.counts().withdrawn(), b.value().times(b.counts().used()), b.value().times(b.counts().unused()))).toList();
    }
}

package io.mtandao.ui.fake;

import static io.mtandao.ui.fake.FakeTenant.kes;

import io.mtandao.api.Caller;
import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.NotFound;
import io.mtandao.api.Page;
import io.mtandao.api.Stale;
import io.mtandao.api.billing.Charging;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.PackageTerms;
import io.mtandao.api.billing.PackageTerms.Burst;
import io.mtandao.api.billing.PackageTerms.DataCap;
import io.mtandao.api.billing.PackageTerms.DataCap.AtCap;
import io.mtandao.api.billing.PackageTerms.FairUse;
import io.mtandao.api.billing.PackageTerms.Hours;
import io.mtandao.api.billing.Packages;
import io.mtandao.api.billing.Period;
import io.mtandao.api.billing.RenewalPolicy;
import io.mtandao.api.billing.ServiceType;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The packages of {@link FakeBilling} with their editions. */
public final class FakeCatalogue implements Packages {
    public final Map<Long, List<Edition>> editions = new HashMap<>();
    private final FakeBilling billing;

    public FakeCatalogue(FakeBilling billing) {
        this.billing = billing;
    }

    /** One package with everything agreed, and a dearer edition planned of another. */
    public FakeCatalogue fill() {
        PackageTerms terms = new PackageTerms(ServiceType.PPPOE, Charging.POSTPAID, true, false, "excise", new Burst(60_000, 30_000, 40_000, 20_000, 16), new DataCap(500_000, AtCap.THROTTLE, 5_000, 2_000),
            List.of(new FairUse(300_000, 25_000, 10_000)), 5, new Hours(Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY), LocalTime.of(7, 0), LocalTime.of(19, 0)), kes(3_000), kes(5_000),
            new Period(7, Period.Unit.DAY), new RenewalPolicy(null, null, null, null, 3, null));
        billing.packages.add(new InternetPackage(5, 1, "Office 50M", kes(9_500), new Period(1, Period.Unit.MONTH), 50_000, 25_000, "Office 50M", false, 0, terms, 1, Instant.EPOCH, 0));
        plan(2, new Edition(2, Instant.now().plus(Duration.ofDays(20)), true, kes(2_200), new Period(1, Period.Unit.MONTH), 12_000, 12_000, "Home 10M", PackageTerms.PLAIN, 0));
        return this;
    }

    @Override
    public Page<InternetPackage> list(Caller caller, ListQuery q) {
        return Lists.page(billing.packages, q, p -> Lists.is(q, "archived", p.archived()) && Lists.is(q, "service", p.terms().service()) && Lists.is(q, "charging", p.terms().charging()));
    }

    @Override
    public InternetPackage get(Caller caller, long id) {
        return billing.packages.stream().filter(p -> p.id() == id).findFirst().orElseThrow(() -> new NotFound("package"));
    }

    @Override
    public InternetPackage create(Caller caller, Draft d) {
        long id = billing.packages.stream().mapToLong(InternetPackage::id).max().orElse(0) + 1;
        InternetPackage p = of(id, 1, d, false, 0, 1, Instant.now(), 0);
        billing.packages.add(p);
        of(p).add(edition(1, d, p.editionFrom(), true, 0));
        return p;
    }

    @Override
    public InternetPackage update(Caller caller, long id, int version, Draft d, Edition.Change change) {
        InternetPackage old = get(caller, id);
        if (old.version() != version) throw new Stale("package");
        Instant now = Instant.now();
        if (change.from() != null && change.from().isBefore(now)) throw Invalid.field("from", "must not be in the past");
        boolean planned = change.from() != null;
        List<Edition> all = of(old);
        int number = all.get(0).number() + 1;
        all.add(0, edition(number, d, planned ? change.from() : now, change.forAll(), 0));
        InternetPackage changed = planned
            ? new InternetPackage(id, version + 1, d.name(), old.price(), old.period(), old.downKbps(), old.upKbps(), old.profile(), old.archived(), old.subscriptions(), old.terms(),
                old.edition(), old.editionFrom(), old.planned() + 1)
            : of(id, version + 1, d, old.archived(), old.subscriptions(), number, now, old.planned());
        billing.packages.set(billing.packages.indexOf(old), changed);
        return changed;
    }

    @Override
    public List<Edition> editions(Caller caller, long id) {
        return List.copyOf(of(get(caller, id)));
    }

    @Override
    public void cancelEdition(Caller caller, long id, int number) {
        InternetPackage old = get(caller, id);
        Edition e = of(old).stream().filter(x -> x.number() == number).findFirst().orElseThrow(() -> new NotFound("edition"));
        if (!e.from().isAfter(Instant.now())) throw new Conflict("this edition holds already");
        of(old).remove(e);
        billing.packages.set(billing.packages.indexOf(old), new InternetPackage(id, old.version() + 1, old.name(), old.price(), old.period(), old.downKbps(), old.upKbps(), old.profile(),
            old.archived(), old.subscriptions(), old.terms(), old.edition(), old.editionFrom(), old.planned() - 1));
    }

    @Override
    public void delete(Caller caller, long id) {
        InternetPackage p = get(caller, id);
        if (p.subscriptions() > 0) archived(p, true);
        else billing.packages.remove(p);
    }

    @Override
    public InternetPackage restore(Caller caller, long id) {
        return archived(get(caller, id), false);
    }

    private InternetPackage archived(InternetPackage p, boolean archived) {
        InternetPackage changed = new InternetPackage(p.id(), p.version() + 1, p.name(), p.price(), p.period(), p.downKbps(), p.upKbps(), p.profile(), archived, p.subscriptions(), p.terms(),
            p.edition(), p.editionFrom(), p.planned());
        billing.packages.set(billing.packages.indexOf(p), changed);
        return changed;
    }

    private List<Edition> of(InternetPackage p) {
        return editions.computeIfAbsent(p.id(), id -> new ArrayList<>(List.of(new Edition(p.edition(), p.editionFrom(), true, p.price(), p.period(), p.downKbps(), p.upKbps(), p.profile(),
            p.terms(), p.subscriptions()))));
    }

    /** For tests: another edition, in its place by number. */
    public void plan(long packageId, Edition e) {
        InternetPackage p = get(null, packageId);
        of(p).add(e);
        of(p).sort(Comparator.comparingInt(Edition::number).reversed());
        billing.packages.set(billing.packages.indexOf(p), new InternetPackage(p.id(), p.version(), p.name(), p.price(), p.period(), p.downKbps(), p.upKbps(), p.profile(), p.archived(),
            p.subscriptions(), p.terms(), p.edition(), p.editionFrom(), p.planned() + 1));
    }

    private static InternetPackage of(long id, int version, Draft d, boolean archived, long used, int edition, Instant from, int planned) {
        return new InternetPackage(id, version, d.name(), d.price(), d.period(), d.downKbps(), d.upKbps(), d.profile() == null ? d.name() : d.profile(), archived, used, d.terms(), edition, from,
            planned);
    }

    private static Edition edition(int number, Draft d, Instant from, boolean forAll, long used) {
        return new Edition(number, from, forAll, d.price(), d.period(), d.downKbps(), d.upKbps(), d.profile() == null ? d.name() : d.profile(), d.terms(), used);
    }
}

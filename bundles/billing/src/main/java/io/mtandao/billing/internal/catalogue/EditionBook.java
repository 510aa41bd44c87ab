package io.mtandao.billing.internal.catalogue;

import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.billing.Charging;
import io.mtandao.api.billing.Packages.Draft;
import io.mtandao.api.billing.Packages.Edition.Change;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.api.work.Jobs;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.desk.Elsewhere;
import io.mtandao.billing.internal.entity.EditionRow;
import io.mtandao.billing.internal.entity.PackageRow;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes the editions of packages. */
@Component(service = EditionBook.class)
public final class EditionBook {
    /** The job that turns running postpaid periods to the rhythm of an edition for all. */
    public static final String RHYTHM = "billing.edition-rhythm";
    private final Jobs jobs;
    private final Elsewhere elsewhere;

    @Activate
    public EditionBook(@Reference Jobs jobs, @Reference Elsewhere elsewhere) {
        this.jobs = jobs;
        this.elsewhere = elsewhere;
    }

    /** @param priced false when only a router has told of it */
    public PackageRow first(Desk d, Draft draft, boolean priced) {
        PackageRow p = new PackageRow(draft.name());
        d.em().persist(p);
        EditionRow e = new EditionRow(p.getId(), 1, d.now().truncatedTo(ChronoUnit.MICROS), true, draft, priced);
        d.em().persist(e);
        p.sell(e);
        d.audit("package.create", "package", p.getId(), null, e.told(p.getName()));
        return p;
    }

    void next(Desk d, PackageRow p, Draft draft, Change change) {
        List<EditionRow> all = new Catalogue().editions(d, List.of(p.getId())).get(p.getId());
        EditionRow present = Catalogue.numbered(all, p.getEdition());
        EditionRow last = all.get(all.size() - 1);
        Instant now = d.now().truncatedTo(ChronoUnit.MICROS);
        Instant from = change.from() == null ? now : change.from();
        if (from.isBefore(now)) throw Invalid.field("change.from", "must not be in the past");
        if (last.getFrom().isAfter(from)) throw Invalid.field("change.from", "an edition is planned for " + last.getFrom() + "; cancel it first, or begin after it");
        checkKind(d, p, present, draft);
        var before = present.told(p.getName());
        p.rename(draft.name());
        // a form saved with the 0 that stood there must not make a package free whose price nobody has told yet
        EditionRow e = new EditionRow(p.getId(), last.getNumber() + 1, from, change.forAll(), draft, present.isPriced() || draft.price().isPositive());
        d.em().persist(e);
        if (from.equals(now)) begin(d, p, present, e, (String) before.get("name"));
        else jobs.schedule(d.tenant(), EditionJob.NAME, p.getId() + ":" + e.getNumber(), from, null);
        Map<String, Object> after = new LinkedHashMap<>(e.told(p.getName()));
        d.audit("package.update", "package", p.getId(), before, after);
    }

    /** What was sold must go on being given, also what others sold of it in advance: a prepaid period cannot be had of a postpaid package. */
    private void checkKind(Desk d, PackageRow p, EditionRow present, Draft draft) {
        boolean same = present.getService() == draft.terms().service() && present.getCharging() == draft.terms().charging();
        if (same) return;
        long used = d.em().createQuery("select count(s) from SubscriptionRow s where s.packageId = ?1 and s.state <> ?2", Long.class).setParameter(1, p.getId())
            .setParameter(2, SubscriptionState.CANCELLED).getSingleResult();
        String by = used > 0 ? "subscriptions" : elsewhere.onPackage(d, p.getId()).orElse(null);
        if (by != null) throw new Conflict(by + " depend on this package; make a new one for another service or another way of charging");
    }

    /** From now on it is sold. The routers hear of it also when those who were there keep what they had: their speed is no longer that of the package. */
    void begin(Desk d, PackageRow p, EditionRow present, EditionRow e, String formerName) {
        p.sell(e);
        if (e.isForAll() && e.getCharging() == Charging.POSTPAID) jobs.schedule(d.tenant(), RHYTHM, String.valueOf(p.getId()), d.now(), null);
        boolean heard = present.delivered(formerName).equals(e.delivered(p.getName()));
        // thousands may use it: the job tells the routers in portions
        if (!heard) jobs.schedule(d.tenant(), PackageChangedJob.NAME, String.valueOf(p.getId()), d.now(), null);
    }
}

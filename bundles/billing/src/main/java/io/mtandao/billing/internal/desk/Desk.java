package io.mtandao.billing.internal.desk;

import io.mtandao.api.Caller;
import io.mtandao.api.Invalid;
import io.mtandao.api.Money;
import io.mtandao.api.NotFound;
import io.mtandao.api.TenantId;
import io.mtandao.api.tenant.TenantSettings;
import io.mtandao.api.work.DomainEvent;
import io.mtandao.persistence.Listing;
import io.mtandao.persistence.Ranges;
import io.mtandao.persistence.TenantEntity;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import javax.persistence.TypedQuery;

/** One unit of work in billing: for whom, by whom, when, and where it leaves word of what it did. */
public final class Desk {
    private static final int LONG_LIST = 64;
    private final BillingDesk office;
    private final EntityManager em;
    private final Caller caller;
    private TenantSettings isp;
    private final Instant now;

    Desk(BillingDesk office, EntityManager em, Caller caller, Instant now) {
        this.office = office;
        this.em = em;
        this.caller = caller;
        this.now = now;
    }

    public EntityManager em() {
        return em;
    }

    public Caller caller() {
        return caller;
    }

    public TenantId tenant() {
        return caller.tenant();
    }

    /** When this unit of work began. */
    public Instant now() {
        return now;
    }

    public ZoneId zone() {
        return isp().zone();
    }

    public String currency() {
        return isp().currency();
    }

    /** Read when first needed, and by the platform itself: what the caller may read does not matter here. */
    private TenantSettings isp() {
        if (isp == null) isp = office.settings.get(Caller.system(tenant(), "billing"));
        return isp;
    }

    /** The country that phone numbers without country code belong to. */
    public String region() {
        return isp().country();
    }

    public Money money(long minor) {
        return Money.of(minor, currency());
    }

    /** @throws Invalid when the amount is in another currency than the ISP keeps its books in */
    public void requireCurrency(Money money, String field) {
        if (!money.currency().equals(currency())) throw Invalid.field(field, "must be in " + currency());
    }

    /** @throws NotFound also for another tenant's */
    public <E extends TenantEntity> E find(Class<E> type, long id, String what) {
        E found = em.find(type, id);
        if (found == null) throw new NotFound(what);
        return found;
    }

    /** Those of the ids that are there, in one query. */
    public <E extends TenantEntity> List<E> all(Class<E> type, Collection<Long> ids) {
        return ofIds(type, "id", ids);
    }

    /** The rows whose attribute holds one of the ids, in one query; of many ids that do not lie together, in two. */
    public <E extends TenantEntity> List<E> ofIds(Class<E> type, String attribute, Collection<Long> ids) {
        if (ids.isEmpty()) return List.of();
        return dense(type, attribute, ids, null, null).orElseGet(() -> listed(type, attribute, ids, " order by e.id").getResultList());
    }

    /** As {@link #ofIds}, of those only that a further condition holds for. @param and with ?3 for the value */
    public <E extends TenantEntity> List<E> ofIds(Class<E> type, String attribute, Collection<Long> ids, String and, Object value) {
        if (ids.isEmpty()) return List.of();
        return dense(type, attribute, ids, and, value)
            .orElseGet(() -> listed(type, attribute, ids, " and " + and + " order by e.id").setParameter(3, value).getResultList());
    }

    private <E extends TenantEntity> Optional<List<E>> dense(Class<E> type, String attribute, Collection<Long> ids, String and, Object value) {
        return ids.size() < LONG_LIST ? Optional.empty() : Ranges.dense(em, type, attribute, ids, and, value);
    }

    /**
     * The rows whose attribute holds one of the ids, locked until the end of the unit of work, and a few more when hardly any others are in their range. Not in
     * order, which Derby cannot: whoever meets another here is tried again by TenantTx.
     */
    public <E extends TenantEntity> List<E> lockedAtLeast(Class<E> type, String attribute, Collection<Long> ids) {
        if (ids.isEmpty()) return List.of();
        long first = Collections.min(ids), last = Collections.max(ids);
        if (ids.size() >= LONG_LIST && !isCrowded(type, attribute, first, last, ids.size())) return lockedBetween(type, attribute, first, last);
        return listed(type, attribute, ids, "").setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
    }

    /** Whether far more rows than these are in the range. */
    public boolean isCrowded(Class<? extends TenantEntity> type, String attribute, long first, long last, int rows) {
        return between("select count(e)", type, attribute, first, last, Long.class).getSingleResult() > rows * 5L / 4;
    }

    /** All that is in the range, locked as by {@link #lockedAtLeast}. */
    public <E extends TenantEntity> List<E> lockedBetween(Class<E> type, String attribute, long first, long last) {
        return between("select e", type, attribute, first, last, type).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
    }

    private <R> TypedQuery<R> between(String select, Class<?> type, String attribute, long first, long last, Class<R> result) {
        return Ranges.narrow(em.createQuery(select + " from " + type.getSimpleName() + " e where e." + attribute + " between ?1 and ?2", result))
            .setParameter(1, first).setParameter(2, last);
    }

    /** @param rest may use ?3 */
    private <E extends TenantEntity> TypedQuery<E> listed(Class<E> type, String attribute, Collection<Long> ids, String rest) {
        String jpql = "select e from " + type.getSimpleName() + " e where ";
        if (!Ranges.areNear(ids)) return em.createQuery(jpql + "e." + attribute + " in ?4" + rest, type).setParameter(4, Listing.padded(ids));
        return Ranges.narrow(em.createQuery(jpql + "e." + attribute + " between ?1 and ?2 and e." + attribute + " in ?4" + rest, type))
            .setParameter(1, Collections.min(ids)).setParameter(2, Collections.max(ids)).setParameter(4, Listing.padded(ids));
    }

    /** The rows whose attribute is one of the texts, in one query. */
    public <E extends TenantEntity> List<E> ofTexts(Class<E> type, String attribute, Collection<String> texts) {
        if (texts.isEmpty()) return List.of();
        String jpql = "select e from " + type.getSimpleName() + " e where e." + attribute + " in ?1 order by e.id";
        return em.createQuery(jpql, type).setParameter(1, Listing.padded(texts)).getResultList();
    }

    public long next(String series) {
        return office.series.next(tenant(), series);
    }

    /** So many numbers at once. @return the first of them */
    public long next(String series, int count) {
        return office.series.next(tenant(), series, count);
    }

    /** The name and the rate of the ISP's own tax. */
    public String taxName() {
        return isp().taxName();
    }

    public int taxPercentHundredths() {
        return isp().taxPercentHundredths();
    }

    /** Today in the ISP's zone. */
    public java.time.LocalDate today() {
        return java.time.LocalDate.ofInstant(now, zone());
    }

    /** Moves a series on, so that the next number is above this one. */
    public void atLeast(String series, long number) {
        office.series.atLeast(tenant(), series, number);
    }

    /** What the running unit of work gathers under a key; see {@link io.mtandao.persistence.TenantTx#perUnit}. */
    public <T> T perUnit(Class<T> key, Supplier<T> made) {
        return office.tx.perUnit(key, made);
    }

    /** At the end of the unit of work, before its commit and within it. */
    public void beforeCommit(BillingDesk.Chore chore) {
        office.tx.beforeCommit(end -> chore.at(this));
    }

    public void raise(DomainEvent event) {
        office.events.raise(tenant(), event);
    }

    /** @param before null for a creation @param after null for a deletion */
    public void audit(String action, String kind, long id, Map<String, ?> before, Map<String, ?> after) {
        office.audit.record(caller, action, kind + "/" + id, before, after);
    }
}

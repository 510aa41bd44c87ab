package io.mtandao.billing.internal.subscription;

import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.billing.ScheduledChange;
import io.mtandao.api.billing.ScheduledChange.Kind;
import io.mtandao.api.billing.ScheduledChange.State;
import io.mtandao.billing.internal.books.Books;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.PackageRow;
import io.mtandao.billing.internal.entity.ScheduledRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.entity.WalletRow;
import io.mtandao.billing.internal.life.Alarms;
import io.mtandao.billing.internal.rules.SubscriptionLife;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Changes of subscriptions that are to come: written down, visible, cancellable, done by the clock or at the next renewal. */
@Component(service = Schedule.class)
public final class Schedule {
    private static final int MOST_WAITING = 20;
    private final Books books;
    private final SubscriptionSteps steps;
    private final PackageChange changes;
    private final Alarms alarms;

    @Activate
    public Schedule(@Reference Books books, @Reference SubscriptionSteps steps, @Reference PackageChange changes, @Reference Alarms alarms) {
        this.books = books;
        this.steps = steps;
        this.changes = changes;
        this.alarms = alarms;
    }

    ScheduledChange add(Desk d, long id, Kind kind, Instant at, Long packageId, String reason) {
        new Invalid.Check().that(kind != null, "kind", "must be given").atMost(reason, "reason", 500)
            .that(at == null || at.isAfter(d.now()), "at", "must be in the future")
            .that(at != null || kind == Kind.CHANGE_PACKAGE || kind == Kind.CANCEL, "at", "only a change of package and a cancellation can wait for the renewal")
            .that(kind != Kind.CHANGE_PACKAGE || packageId != null, "packageId", "must be given").orThrow();
        books.walletOfSubscription(d, id);
        SubscriptionRow s = d.find(SubscriptionRow.class, id, "subscription");
        SubscriptionLife.notCancelled(s.getState());
        if (packageId != null) changes.checked(d, s, packageId);
        List<ScheduledRow> waiting = waiting(d, id);
        if (waiting.size() >= MOST_WAITING) throw new Conflict("there are " + MOST_WAITING + " changes waiting already");
        if (at == null && waiting.stream().anyMatch(ScheduledRow::isAtRenewal)) throw new Conflict("a change is waiting for the next renewal already; cancel it first");
        ScheduledRow row = new ScheduledRow(id, kind, at == null ? null : at.truncatedTo(ChronoUnit.SECONDS), kind == Kind.CHANGE_PACKAGE ? packageId : null,
            reason == null || reason.isBlank() ? null : reason.strip(), d.caller().name());
        d.em().persist(row);
        alarms.ring(d, at);
        d.audit("subscription.schedule", "subscription", id, null,
            Map.of("change", kind.name(), "at", at == null ? "next renewal" : at.toString(), "package", String.valueOf(packageId)));
        return views(d, List.of(row)).get(0);
    }

    List<ScheduledChange> of(Desk d, long subscriptionId) {
        d.find(SubscriptionRow.class, subscriptionId, "subscription");
        return views(d, d.em().createQuery("select c from ScheduledRow c where c.subscriptionId = ?1 order by c.id desc", ScheduledRow.class)
            .setParameter(1, subscriptionId).setMaxResults(200).getResultList());
    }

    private static List<ScheduledChange> views(Desk d, List<ScheduledRow> rows) {
        d.em().flush();
        Map<Long, String> names = d.all(PackageRow.class, rows.stream().map(ScheduledRow::getPackageId).filter(Objects::nonNull).distinct().toList()).stream()
            .collect(Collectors.toMap(PackageRow::getId, PackageRow::getName));
        return rows.stream().map(r -> r.view(r.getPackageId() == null ? null : names.get(r.getPackageId()))).toList();
    }

    void cancel(Desk d, long scheduledId) {
        ScheduledRow row = d.find(ScheduledRow.class, scheduledId, "scheduled change");
        books.walletOfSubscription(d, row.getSubscriptionId());
        if (row.getState() != State.WAITING) throw new Conflict("this change waits no more");
        row.cancelled();
        d.audit("subscription.unschedule", "subscription", row.getSubscriptionId(), Map.of("change", row.getKind().name()), null);
    }

    private static List<ScheduledRow> waiting(Desk d, long subscriptionId) {
        return d.em().createQuery("select c from ScheduledRow c where c.subscriptionId = ?1 and c.state = ?2 order by c.id", ScheduledRow.class)
            .setParameter(1, subscriptionId).setParameter(2, State.WAITING).getResultList();
    }

    /** Whose time has come. */
    public List<Long> due(Desk d, int most) {
        return d.em().createQuery("select c.id from ScheduledRow c where c.state = ?1 and c.dueAt <= ?2 order by c.dueAt, c.id", Long.class)
            .setParameter(1, State.WAITING).setParameter(2, d.now()).setMaxResults(most).getResultList();
    }

    /** When the next one is due; null for none. */
    public Instant next(Desk d) {
        return d.em().createQuery("select min(c.dueAt) from ScheduledRow c where c.state = ?1 and c.dueAt < ?2", Instant.class)
            .setParameter(1, State.WAITING).setParameter(2, SubscriptionRow.NEVER).getSingleResult();
    }

    /** Does one. @throws io.mtandao.api.Problem when it cannot be done: then {@link #failed} */
    public void carryOut(Desk d, long scheduledId) {
        ScheduledRow row = d.find(ScheduledRow.class, scheduledId, "scheduled change");
        books.walletOfSubscription(d, row.getSubscriptionId());
        d.em().refresh(row);
        if (row.getState() != State.WAITING || row.getDueAt().isAfter(d.now())) return;
        carryOut(d, row);
        row.done();
    }

    private void carryOut(Desk d, ScheduledRow row) {
        long id = row.getSubscriptionId();
        String why = "scheduled by " + row.getWho() + (row.getWhy() == null ? "" : ": " + row.getWhy());
        switch (row.getKind()) {
            case ACTIVATE -> steps.activate(d, id, why);
            case PAUSE -> steps.pause(d, id, why);
            case RESUME -> steps.resume(d, id);
            case SUSPEND -> steps.suspend(d, id, why);
            case CANCEL -> steps.cancel(d, id, why);
            case CHANGE_PACKAGE -> changes.now(d, id, row.getPackageId(), why);
        }
    }

    public void failed(Desk d, long scheduledId, String text) {
        ScheduledRow row = d.find(ScheduledRow.class, scheduledId, "scheduled change");
        if (row.getState() != State.WAITING) return;
        row.failed(text.length() > 500 ? text.substring(0, 500) : text);
        d.audit("subscription.schedule-failed", "subscription", row.getSubscriptionId(), null, Map.of("change", row.getKind().name(), "failure", text));
    }

    /**
     * What waits for the renewal, when it has come.
     *
     * @return whether something was changed: then the next period is another's, or there is none
     */
    public Optional<Kind> atRenewal(Desk d, SubscriptionRow s, WalletRow wallet) {
        Optional<ScheduledRow> found = waiting(d, s.getId()).stream().filter(ScheduledRow::isAtRenewal).findFirst();
        found.ifPresent(row -> {
            try {
                if (row.getKind() == Kind.CANCEL) steps.cancel(d, s.getId(), "scheduled by " + row.getWho());
                else changes.forTheNextPeriod(d, s, row.getPackageId(), wallet);
                row.done();
            } catch (Conflict e) {
                row.failed(e.getMessage());
            }
        });
        return found.filter(r -> r.getState() == State.DONE).map(ScheduledRow::getKind);
    }
}

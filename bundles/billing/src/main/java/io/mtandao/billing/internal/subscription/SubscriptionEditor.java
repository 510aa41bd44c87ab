package io.mtandao.billing.internal.subscription;

import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.billing.SubscriptionActivated;
import io.mtandao.api.billing.SubscriptionChanged;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.api.billing.SubscriptionStopped;
import io.mtandao.api.billing.Subscriptions.Draft;
import io.mtandao.billing.internal.bill.BillBook;
import io.mtandao.billing.internal.bill.Timers;
import io.mtandao.billing.internal.books.Books;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.PackageRow;
import io.mtandao.billing.internal.entity.SubscriberRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.rules.PppoeName;
import io.mtandao.billing.internal.rules.SubscriptionLife;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes subscriptions and changes what they consist of. */
@Component(service = SubscriptionEditor.class)
public final class SubscriptionEditor {
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2101-01-01T00:00:00Z");
    private final Books books;
    private final BillBook bills;
    private final Timers timers;
    private final RouterLink routers;
    private final PppoePasswords passwords;

    @Activate
    public SubscriptionEditor(@Reference Books books, @Reference BillBook bills, @Reference Timers timers, @Reference RouterLink routers,
        @Reference PppoePasswords passwords) {
        this.books = books;
        this.bills = bills;
        this.timers = timers;
        this.routers = routers;
        this.passwords = passwords;
    }

    SubscriptionRow create(Desk d, Draft draft) {
        books.wallet(d, draft.subscriberId());
        SubscriberRow owner = d.find(SubscriberRow.class, draft.subscriberId(), "subscriber");
        PackageRow p = sellable(d, draft.packageId());
        routers.require(d.tenant(), draft.routerId());
        String user = blank(draft.pppoeUser()) ? owner.getAccountKey() : PppoeName.checked(draft.pppoeUser());
        UserNames.requireFree(d, user, draft.routerId(), null);
        SubscriptionRow s = new SubscriptionRow(owner.getId(), p.getId(), draft.routerId(), user, passwords.seal(d.tenant(), draft.pppoePassword()));
        if (draft.expiresAt() != null) date(d, s, draft.expiresAt());
        d.em().persist(s);
        timers.expiryMoved(d.tenant(), s, p.getPeriod(), d.now());
        d.raise(new SubscriptionChanged(s.getId(), null, null));
        d.audit("subscription.create", "subscription", s.getId(), null, s.told());
        return s;
    }

    SubscriptionRow update(Desk d, long id, int version, Draft draft) {
        books.walletOfSubscription(d, id);
        SubscriptionRow s = d.find(SubscriptionRow.class, id, "subscription");
        s.expectVersion(version, "subscription");
        SubscriptionLife.notCancelled(s.getState());
        if (draft.subscriberId() != s.getSubscriberId()) throw Invalid.field("subscriberId", "a subscription cannot be moved to another subscriber");
        var before = s.told();
        SubscriptionState was = s.getState();
        boolean repacked = changePackage(d, s, draft.packageId());
        boolean resealed = changePassword(d, s, draft.pppoePassword());
        Long formerRouter = s.getRouterId();
        String formerUser = s.getPppoeUser();
        boolean moved = connect(d, s, draft);
        if (draft.expiresAt() != null && !seconds(draft.expiresAt()).equals(s.getExpiresAt())) date(d, s, draft.expiresAt());
        timers.expiryMoved(d.tenant(), s, d.find(PackageRow.class, s.getPackageId(), "package").getPeriod(), d.now());
        if (repacked || resealed || moved)
            d.raise(new SubscriptionChanged(id, Objects.equals(formerRouter, s.getRouterId()) ? null : formerRouter,
                formerUser.equals(s.getPppoeUser()) ? null : formerUser));
        raiseStep(d, s, was);
        var after = s.told();
        if (resealed) after.put("pppoePassword", "changed");
        d.audit("subscription.update", "subscription", id, before, after);
        return s;
    }

    private boolean changePackage(Desk d, SubscriptionRow s, long packageId) {
        if (packageId == s.getPackageId()) return false;
        s.changePackage(sellable(d, packageId).getId());
        // it was written for the other package's price
        bills.open(d, s.getId()).ifPresent(bill -> bills.takeBack(d, bill, "the package was changed"));
        return true;
    }

    private boolean changePassword(Desk d, SubscriptionRow s, String typed) {
        if (!passwords.isNew(d.tenant(), typed, s.getSealedPassword())) return false;
        s.seal(passwords.seal(d.tenant(), typed));
        return true;
    }

    private boolean connect(Desk d, SubscriptionRow s, Draft draft) {
        String user = blank(draft.pppoeUser()) ? s.getPppoeUser() : PppoeName.checked(draft.pppoeUser());
        if (user.equals(s.getPppoeUser()) && Objects.equals(draft.routerId(), s.getRouterId())) return false;
        if (!Objects.equals(draft.routerId(), s.getRouterId())) routers.require(d.tenant(), draft.routerId());
        UserNames.requireFree(d, user, draft.routerId(), s.getId());
        s.connect(draft.routerId(), user);
        return true;
    }

    private static void date(Desk d, SubscriptionRow s, Instant expiresAt) {
        Instant at = seconds(expiresAt);
        if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) throw Invalid.field("expiresAt", "the year must be from 2000 to 2100");
        s.expireAt(at);
        SubscriptionState next = SubscriptionLife.dated(s.getState(), at, d.now());
        if (next != s.getState()) s.enter(next, null);
    }

    /** Tells the network of a step that staff or an import has made by moving the expiry. */
    private static void raiseStep(Desk d, SubscriptionRow s, SubscriptionState was) {
        if (s.getState() == was) return;
        if (s.getState() == SubscriptionState.ACTIVE) d.raise(new SubscriptionActivated(s.getId(), s.getSubscriberId(), s.getExpiresAt()));
        else d.raise(new SubscriptionStopped(s.getId(), s.getSubscriberId(), s.getState()));
    }

    private static PackageRow sellable(Desk d, long packageId) {
        PackageRow p = d.find(PackageRow.class, packageId, "package");
        if (p.isArchived()) throw new Conflict("the package " + p.getName() + " is archived");
        return p;
    }

    /** Files and screens show seconds at most; an expiry between two of them would look changed each time it comes back. */
    private static Instant seconds(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS);
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}

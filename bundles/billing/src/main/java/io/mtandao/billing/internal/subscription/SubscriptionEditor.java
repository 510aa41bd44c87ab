package io.mtandao.billing.internal.subscription;

import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.billing.SubscriptionChanged;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.api.billing.Subscriptions.Draft;
import io.mtandao.billing.internal.books.Books;
import io.mtandao.billing.internal.catalogue.Catalogue;
import io.mtandao.billing.internal.charge.Charges;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.EditionRow;
import io.mtandao.billing.internal.entity.SubscriberRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.entity.WalletRow;
import io.mtandao.billing.internal.life.Alarms;
import io.mtandao.billing.internal.life.Life;
import io.mtandao.billing.internal.rules.Anchor;
import io.mtandao.billing.internal.rules.NetworkAddress;
import io.mtandao.billing.internal.rules.PppoeName;
import io.mtandao.billing.internal.rules.SubscriptionLife;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes subscriptions and changes what they consist of. */
@Component(service = SubscriptionEditor.class)
public final class SubscriptionEditor {
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2101-01-01T00:00:00Z");
    private final Books books;
    private final Catalogue catalogue;
    private final Charges charges;
    private final PackageChange changes;
    private final Life life;
    private final Alarms alarms;
    private final RouterLink routers;
    private final PppoePasswords passwords;

    @Activate
    public SubscriptionEditor(@Reference Books books, @Reference Catalogue catalogue, @Reference Charges charges, @Reference PackageChange changes, @Reference Life life,
            @Reference Alarms alarms, @Reference RouterLink routers, @Reference PppoePasswords passwords) {
        this.books = books;
        this.catalogue = catalogue;
        this.charges = charges;
        this.changes = changes;
        this.life = life;
        this.alarms = alarms;
        this.routers = routers;
        this.passwords = passwords;
    }

    SubscriptionRow create(Desk d, Draft draft) {
        return create(d, draft, () -> catalogue.sellable(d, draft.packageId()));
    }

    /** @param edition of the package; 0 for the one that is sold now, or was when it was archived */
    SubscriptionRow createSold(Desk d, Draft draft, int edition) {
        return create(d, draft, () -> catalogue.edition(d, draft.packageId(), edition));
    }

    private SubscriptionRow create(Desk d, Draft draft, Supplier<EditionRow> edition) {
        WalletRow wallet = books.payingWallet(d, draft.subscriberId());
        SubscriberRow owner = d.find(SubscriberRow.class, draft.subscriberId(), "subscriber");
        EditionRow e = edition.get();
        routers.require(d.tenant(), draft.routerId());
        String user = blank(draft.pppoeUser()) ? owner.getAccountKey() : PppoeName.checked(draft.pppoeUser());
        UserNames.requireFree(d, user, draft.routerId(), null);
        SubscriptionRow s = new SubscriptionRow(owner.getId(), e.getPackageId(), draft.routerId(), user, passwords.seal(d.tenant(), draft.pppoePassword()));
        s.paidBy(wallet.getSubscriberId());
        s.standUnder(e);
        NetworkAddress address = NetworkAddress.checked(e.getService(), draft.ipAddress(), draft.macAddress());
        FixedAddresses.requireFree(d, address.ip(), draft.routerId(), null);
        s.addressed(address.ip(), address.mac());
        d.em().persist(s);
        life.began(d, s);
        charges.firstFees(d, s, e);
        if (draft.expiresAt() != null) date(d, s, draft.expiresAt());
        alarms.set(d, s, e.getPeriod());
        d.raise(new SubscriptionChanged(s.getId(), null, null));
        d.audit("subscription.create", "subscription", s.getId(), null, s.told());
        return s;
    }

    SubscriptionRow update(Desk d, long id, int version, Draft draft) {
        WalletRow wallet = books.walletOfSubscription(d, id);
        SubscriptionRow s = d.find(SubscriptionRow.class, id, "subscription");
        s.expectVersion(version, "subscription");
        SubscriptionLife.notCancelled(s.getState());
        if (draft.subscriberId() != s.getSubscriberId()) throw Invalid.field("subscriberId", "a subscription cannot be moved to another subscriber");
        var before = s.told();
        SubscriptionState was = s.getState();
        boolean repacked = changePackage(d, s, draft.packageId(), wallet);
        boolean resealed = changePassword(d, s, draft.pppoePassword());
        Long formerRouter = s.getRouterId();
        String formerUser = s.getPppoeUser();
        boolean moved = address(d, s, draft) | connect(d, s, draft);
        if (draft.expiresAt() != null && !seconds(draft.expiresAt()).equals(s.getExpiresAt())) date(d, s, draft.expiresAt());
        alarms.set(d, s, catalogue.holding(d, s).getPeriod());
        if (repacked || resealed || moved)
            d.raise(new SubscriptionChanged(id, Objects.equals(formerRouter, s.getRouterId()) ? null : formerRouter,
                formerUser.equals(s.getPppoeUser()) ? null : formerUser));
        if (s.getState() != was) life.served(d, s);
        var after = s.told();
        if (resealed) after.put("pppoePassword", "changed");
        d.audit("subscription.update", "subscription", id, before, after);
        return s;
    }

    private boolean changePackage(Desk d, SubscriptionRow s, long packageId, WalletRow wallet) {
        if (packageId == s.getPackageId()) return false;
        // a postpaid period is billed when it is over: what was used until now must be billed as it was sold
        if (s.isPostpaid() && s.getState().isServed()) changes.now(d, s.getId(), packageId, null);
        else changes.forTheNextPeriod(d, s, packageId, wallet);
        return true;
    }

    private static boolean address(Desk d, SubscriptionRow s, Draft draft) {
        if (draft.ipAddress() == null && draft.macAddress() == null) return false;
        NetworkAddress a = NetworkAddress.checked(s.getService(), draft.ipAddress(), draft.macAddress());
        if (Objects.equals(a.ip(), s.getIpAddress()) && Objects.equals(a.mac(), s.getMacAddress())) return false;
        FixedAddresses.requireFree(d, a.ip(), draft.routerId(), s.getId());
        s.addressed(a.ip(), a.mac());
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
        FixedAddresses.requireFree(d, s.getIpAddress(), draft.routerId(), s.getId());
        s.connect(draft.routerId(), user);
        return true;
    }

    private void date(Desk d, SubscriptionRow s, Instant expiresAt) {
        if (s.isPostpaid() && s.getPeriodFrom() != null)
            throw new Conflict("a postpaid subscription has no expiry to be moved; its periods follow one another");
        Instant at = checkedExpiry(expiresAt);
        s.expireAt(at);
        SubscriptionState next = SubscriptionLife.dated(s.getState(), at, d.now());
        if (next != s.getState()) life.enter(d, s, next, "its expiry was set");
        // its first bill will be for the time from now to the expiry
        if (s.isPostpaid() && s.getPeriodFrom() == null && at.isAfter(d.now())) s.run(seconds(d.now()), at, Anchor.of(LocalDateTime.ofInstant(at, d.zone())));
    }

    static Instant checkedExpiry(Instant expiresAt) {
        Instant at = seconds(expiresAt);
        if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) throw Invalid.field("expiresAt", "the year must be from 2000 to 2100");
        return at;
    }

    /** Files and screens show seconds at most; an expiry between two of them would look changed each time it comes back. */
    private static Instant seconds(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS);
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}

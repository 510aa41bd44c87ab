package io.mtandao.billing.internal;

import static io.mtandao.api.billing.SubscriptionState.ACTIVE;
import static io.mtandao.api.billing.SubscriptionState.CANCELLED;
import static io.mtandao.api.billing.SubscriptionState.EXPIRED;
import static io.mtandao.api.billing.SubscriptionState.PENDING;
import static io.mtandao.api.billing.SubscriptionState.SUSPENDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Conflict;
import io.mtandao.api.Forbidden;
import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.NotFound;
import io.mtandao.api.Stale;
import io.mtandao.api.Unavailable;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.SubscriptionActivated;
import io.mtandao.api.billing.SubscriptionChanged;
import io.mtandao.api.billing.SubscriptionStopped;
import io.mtandao.api.billing.Subscriptions.Draft;
import io.mtandao.api.billing.Subscriptions.ServiceToDeliver;
import io.mtandao.billing.internal.kit.Isp;
import io.mtandao.testing.db.TestDatabase.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SubscriptionsTest {
    private static final String KINDS = "io.mtandao.testing.db.TestDatabase#kinds";
    private static final Instant LATER = Instant.parse("2026-12-01T20:59:59Z");

    @ParameterizedTest
    @MethodSource(KINDS)
    void aSubscriptionTellsItsRouterWhatToDeliver(Kind kind) {
        Isp isp = Isp.on(kind);
        isp.routers.ids.add(7L);
        Subscriber grace = isp.joins("Grace");
        InternetPackage p = isp.sells("Home 10M", 2000);
        Subscription s = isp.subscriptions.create(isp.owner, new Draft(grace.id(), p.id(), 7L, "grace", "pw522089", LATER));
        assertThat(s).extracting(Subscription::state, Subscription::packageName, Subscription::price, Subscription::subscriberName,
            Subscription::accountNumber)
            .containsExactly(ACTIVE, "Home 10M", isp.money(2000), "Grace", "1001");
        assertThat(isp.events.taken()).containsExactly(new SubscriptionChanged(s.id(), null, null));
        assertThat(isp.subscriptions.serviceToDeliver(isp.system, s.id()))
            .contains(new ServiceToDeliver(s.id(), 7L, "grace", "pw522089", "Home 10M", 10_000, 5_000, true, "Grace"));
        assertThat(isp.audit.last().after().toString()).doesNotContain("pw522089");
        assertThatThrownBy(() -> isp.subscriptions.serviceToDeliver(isp.owner, s.id())).as("the password is for the router only")
            .isInstanceOf(Forbidden.class);
        assertThat(isp.subscriptions.serviceToDeliver(isp.system, -1)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void onARouterStandsEveryoneWhoMayYetBeLetOnThere(Kind kind) {
        Isp isp = Isp.on(kind);
        isp.routers.ids.addAll(List.of(7L, 8L));
        InternetPackage p = isp.sells("Home 10M", 2000);
        Subscription pending = isp.subscriptions.create(isp.owner, new Draft(isp.joins("Grace").id(), p.id(), 7L, null, null, null));
        Subscription active = isp.subscriptions.create(isp.owner, new Draft(isp.joins("Brian").id(), p.id(), 7L, null, null, LATER));
        Instant before = Instant.parse("2026-11-01T00:00:00Z");
        Subscription expired = isp.subscriptions.create(isp.owner, new Draft(isp.joins("Achieng").id(), p.id(), 7L, null, null, before));
        isp.subscriptions.create(isp.owner, new Draft(isp.joins("Musa").id(), p.id(), 8L, null, null, LATER));
        isp.takes(isp.joins("Nowhere"), p);
        assertThat(List.of(pending, active, expired)).extracting(Subscription::state).containsExactly(PENDING, ACTIVE, EXPIRED);
        assertThat(isp.subscriptions.standingOn(isp.owner, 7)).isEqualTo(3);
        isp.subscriptions.cancel(isp.owner, active.id());
        assertThat(isp.subscriptions.standingOn(isp.owner, 7)).as("whoever was cancelled stands nowhere").isEqualTo(2);
        Isp other = Isp.on(kind);
        assertThat(other.subscriptions.standingOn(other.owner, 7)).as("another ISP's router of that number").isZero();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void userNameAndPasswordAreMadeWhenNotGiven(Kind kind) {
        Isp isp = Isp.on(kind);
        InternetPackage p = isp.sells("Home 10M", 2000);
        Subscription one = isp.takes(isp.joins("One"), p), two = isp.takes(isp.joins("Two"), p);
        assertThat(one.pppoeUser()).isEqualTo("1001");
        String first = isp.subscriptions.serviceToDeliver(isp.system, one.id()).orElseThrow().password();
        assertThat(first).matches("[a-z2-9]{12}").isNotEqualTo(isp.subscriptions.serviceToDeliver(isp.system, two.id()).orElseThrow()
            .password());
        String sealed = isp.db.tx().in(isp.id, em -> em.createQuery("select s.sealedPassword from SubscriptionRow s where s.id = ?1",
            String.class)
            .setParameter(1, one.id()).getSingleResult());
        assertThat(sealed).doesNotContain(first);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aPppoeUserIsUniqueOnItsRouterAndEverywhereWhileItHasNone(Kind kind) {
        Isp isp = Isp.on(kind);
        isp.routers.ids.addAll(List.of(7L, 8L));
        Subscriber grace = isp.joins("Grace");
        InternetPackage p = isp.sells("Home 10M", 2000);
        Subscription on7 = isp.subscriptions.create(isp.owner, new Draft(grace.id(), p.id(), 7L, "Grace", null, null));
        isp.subscriptions.create(isp.owner, new Draft(grace.id(), p.id(), 8L, "grace", null, null));
        assertThatThrownBy(() -> isp.subscriptions.create(isp.owner, new Draft(grace.id(), p.id(), 7L, "GRACE", null, null)))
            .isInstanceOf(Conflict.class).hasMessageContaining("taken");
        assertThatThrownBy(() -> isp.subscriptions.create(isp.owner, new Draft(grace.id(), p.id(), null, "grace", null, null)))
            .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> isp.subscriptions.update(isp.owner, on7.id(), on7.version(),
            new Draft(grace.id(), p.id(), 8L, "grace", null, null)))
            .isInstanceOf(Conflict.class);
        isp.subscriptions.cancel(isp.owner, on7.id());
        assertThat(isp.subscriptions.create(isp.owner, new Draft(grace.id(), p.id(), 7L, "grace", null, null)).pppoeUser()).as("free again")
            .isEqualTo("grace");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aChangeTellsTheFormerRouterAndUserAndKeepsWhatWasNotGiven(Kind kind) {
        Isp isp = Isp.on(kind);
        isp.routers.ids.addAll(List.of(7L, 8L));
        Subscriber grace = isp.joins("Grace");
        InternetPackage p = isp.sells("Home 10M", 2000);
        Subscription s = isp.subscriptions.create(isp.owner, new Draft(grace.id(), p.id(), 7L, "grace", "secret-1", LATER));
        isp.events.taken();
        Subscription moved = isp.subscriptions.update(isp.owner, s.id(), s.version(),
            new Draft(grace.id(), p.id(), 8L, "grace.m", null, null));
        assertThat(isp.events.taken()).containsExactly(new SubscriptionChanged(s.id(), 7L, "grace"));
        assertThat(moved.expiresAt()).isEqualTo(LATER);
        Subscription same = isp.subscriptions.update(isp.owner, s.id(), moved.version(),
            new Draft(grace.id(), p.id(), 8L, null, "secret-1", LATER));
        assertThat(isp.events.taken()).as("nothing the router must know").isEmpty();
        isp.subscriptions.update(isp.owner, s.id(), same.version(), new Draft(grace.id(), p.id(), 8L, null, "secret-2", null));
        assertThat(isp.events.taken()).containsExactly(new SubscriptionChanged(s.id(), null, null));
        assertThat(isp.audit.last().after()).isEqualTo(withChangedPassword(isp.audit.last().before()));
        assertThatThrownBy(() -> isp.subscriptions.update(isp.owner, s.id(), s.version(),
            new Draft(grace.id(), p.id(), 8L, null, null, null)))
            .isInstanceOf(Stale.class);
    }

    private static Map<String, Object> withChangedPassword(Map<String, ?> before) {
        Map<String, Object> after = new java.util.LinkedHashMap<>(before);
        after.put("pppoePassword", "changed");
        return after;
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void staffExtendsAndCutsByMovingTheExpiry(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        InternetPackage p = isp.sells("Home 10M", 2000);
        Subscription s = isp.takes(grace, p);
        isp.events.taken();
        Subscription on = isp.subscriptions.update(isp.owner, s.id(), s.version(), new Draft(grace.id(), p.id(), null, null, null, LATER));
        assertThat(on.state()).isEqualTo(ACTIVE);
        assertThat(isp.events.taken()).containsExactly(new SubscriptionActivated(s.id(), grace.id(), LATER));
        assertThat(isp.wakesAt(s)).isBefore(LATER);
        Subscription cut = isp.subscriptions.update(isp.owner, s.id(), on.version(),
            new Draft(grace.id(), p.id(), null, null, null, Instant.parse("2026-11-01T00:00:00Z")));
        assertThat(cut.state()).isEqualTo(EXPIRED);
        assertThat(isp.events.taken()).containsExactly(new SubscriptionStopped(s.id(), grace.id(), EXPIRED));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whoIsSuspendedStaysCutWhateverIsPaidAndComesBackWithTheTimeThatIsLeft(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        Subscription s = isp.takes(grace, isp.sells("Home 10M", 2000), "2026-12-01T20:59:59Z");
        isp.events.taken();
        assertThat(isp.subscriptions.suspend(isp.owner, s.id(), "abuse").state()).isEqualTo(SUSPENDED);
        assertThat(isp.audit.last().after().get("reason")).isEqualTo("abuse");
        assertThat(isp.events.taken()).containsExactly(new SubscriptionStopped(s.id(), grace.id(), SUSPENDED));
        assertThat(isp.pays(grace, 5000).renewed()).isZero();
        assertThatThrownBy(() -> isp.subscriptions.renew(isp.owner, s.id())).isInstanceOf(Conflict.class)
            .hasMessageContaining("resume it first");
        assertThatThrownBy(() -> isp.subscriptions.suspend(isp.owner, s.id(), "again")).isInstanceOf(Conflict.class);
        isp.events.taken();
        assertThat(isp.subscriptions.resume(isp.owner, s.id()).state()).isEqualTo(ACTIVE);
        assertThat(isp.events.taken()).containsExactly(new SubscriptionActivated(s.id(), grace.id(), LATER));

        isp.subscriptions.suspend(isp.owner, s.id(), null);
        isp.itIs("2026-12-05T00:00:00Z");
        assertThat(isp.now(s).state()).as("the expiry passes over a suspended one").isEqualTo(SUSPENDED);
        assertThat(isp.subscriptions.resume(isp.owner, s.id()).state()).isEqualTo(EXPIRED);
        assertThat(isp.subscriptions.renew(isp.owner, s.id()).state()).isEqualTo(ACTIVE);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whatIsCancelledIsForgottenByTheRouterAndStaysInTheBooks(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        Subscription s = isp.takes(grace, isp.sells("Home 10M", 2000));
        isp.pays(grace, 2000);
        isp.events.taken();
        isp.subscriptions.cancel(isp.owner, s.id());
        isp.subscriptions.cancel(isp.owner, s.id());
        assertThat(isp.events.taken()).as("once").containsExactly(new SubscriptionStopped(s.id(), grace.id(), CANCELLED));
        assertThat(isp.subscriptions.serviceToDeliver(isp.system, s.id())).isEmpty();
        assertThat(isp.billsOf(grace)).hasSize(1);
        assertThat(isp.pays(grace, 2000).renewed()).isZero();
        isp.itIs("2027-01-01T00:00:00Z");
        assertThat(isp.now(s).state()).isEqualTo(CANCELLED);
        assertThatThrownBy(() -> isp.subscriptions.resume(isp.owner, s.id())).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> isp.subscriptions.update(isp.owner, s.id(), isp.now(s).version(),
            new Draft(grace.id(), s.packageId(), null, null, null, null))).isInstanceOf(Conflict.class);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whatDoesNotExistIsNotFound(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        InternetPackage p = isp.sells("Home 10M", 2000);
        assertThatThrownBy(() -> isp.subscriptions.create(isp.owner, new Draft(-1, p.id(), null, null, null, null)))
            .isInstanceOf(NotFound.class)
            .hasMessage("no such subscriber");
        assertThatThrownBy(() -> isp.subscriptions.create(isp.owner, new Draft(grace.id(), -1, null, null, null, null)))
            .isInstanceOf(NotFound.class)
            .hasMessage("no such package");
        assertThatThrownBy(() -> isp.subscriptions.create(isp.owner, new Draft(grace.id(), p.id(), 99L, null, null, null)))
            .isInstanceOf(NotFound.class).hasMessage("no such router");
        assertThatThrownBy(() -> isp.subscriptions.create(isp.owner, new Draft(grace.id(), p.id(), null, "a\u0007b", null, null)))
            .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> isp.subscriptions.create(isp.owner,
            new Draft(grace.id(), p.id(), null, null, null, Instant.parse("1999-01-01T00:00:00Z")))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> isp.subscriptions.renew(isp.owner, -1)).isInstanceOf(NotFound.class);
        Isp alone = Isp.withoutRouterBundle(kind);
        Subscriber one = alone.joins("One");
        InternetPackage q = alone.sells("Home", 1);
        assertThatThrownBy(() -> alone.subscriptions.create(alone.owner, new Draft(one.id(), q.id(), 7L, null, null, null)))
            .isInstanceOf(Unavailable.class);
        assertThat(alone.takes(one, q).state()).as("without a router all works").isEqualTo(PENDING);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void listsFilterSortAndSearch(Kind kind) {
        Isp isp = Isp.on(kind);
        isp.routers.ids.add(7L);
        InternetPackage p = isp.sells("Home 10M", 2000), q = isp.sells("Biz 30M", 6500);
        Subscriber grace = isp.joins("Grace Muthoni"), kamau = isp.joins("Kamau");
        Subscription a = isp.subscriptions.create(isp.owner, new Draft(grace.id(), p.id(), 7L, "grace", null, LATER));
        Subscription b = isp.subscriptions.create(isp.owner, new Draft(kamau.id(), q.id(), null, "kamau", null,
            Instant.parse("2026-11-23T00:00:00Z")));
        Subscription c = isp.subscriptions.create(isp.owner, new Draft(kamau.id(), p.id(), null, "kamau2", null, null));
        assertThat(list(isp, null, Map.of("subscriberId", "" + kamau.id()), null)).containsExactly(c, b);
        assertThat(list(isp, null, Map.of("packageId", "" + p.id(), "state", "active"), null)).containsExactly(a);
        assertThat(list(isp, null, Map.of("routerId", "7"), null)).containsExactly(a);
        assertThat(list(isp, null, Map.of("expiresBefore", "2026-12-01T00:00:00Z"), null)).containsExactly(b);
        assertThat(list(isp, null, Map.of(), "expiresAt")).as("no expiry comes last").containsExactly(b, a, c);
        assertThat(list(isp, "muthoni", Map.of(), null)).containsExactly(a);
        assertThat(list(isp, "KAMAU2", Map.of(), null)).containsExactly(c);
        assertThat(isp.subscriptions.count(isp.owner, ListQuery.where("state", "pending"))).isEqualTo(1);
        assertThatThrownBy(() -> list(isp, null, Map.of("packageId", "x"), null)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> list(isp, null, Map.of("expiresBefore", "soon"), null)).isInstanceOf(Invalid.class);
    }

    private static List<Subscription> list(Isp isp, String search, Map<String, String> filters, String sort) {
        return isp.subscriptions.list(isp.owner, new ListQuery(search, filters, sort, 10, null)).items();
    }
}

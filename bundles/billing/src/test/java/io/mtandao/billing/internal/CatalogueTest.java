package io.mtandao.billing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.NotFound;
import io.mtandao.api.Stale;
import io.mtandao.api.TenantId;
import io.mtandao.api.billing.Charging;
import io.mtandao.api.billing.Dependents;
import io.mtandao.api.billing.Figures;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.PackageTerms;
import io.mtandao.api.billing.PackageTerms.Hours;
import io.mtandao.api.billing.Packages.Draft;
import io.mtandao.api.billing.Packages.Edition.Change;
import io.mtandao.api.billing.ServiceType;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.SubscriptionChanged;
import io.mtandao.api.billing.Subscriptions;
import io.mtandao.api.billing.Subscriptions.ServiceToDeliver;
import io.mtandao.billing.internal.desk.Bound;
import io.mtandao.billing.internal.kit.Isp;
import io.mtandao.billing.internal.life.Alarms;
import io.mtandao.billing.internal.work.OverdueSweep;
import io.mtandao.testing.db.TestDatabase.Kind;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Packages, the dashboard's figures, and the net below the alarms. */
class CatalogueTest {
    private static final String KINDS = "io.mtandao.testing.db.TestDatabase#kinds";

    @ParameterizedTest
    @MethodSource(KINDS)
    void aNewSpeedGoesToTheRoutersANewPriceDoesNot(Kind kind) {
        Isp isp = Isp.on(kind);
        InternetPackage p = isp.sells("Home 10M", 2000);
        Subscription live = isp.takes(isp.joins("Live"), p);
        isp.subscriptions.cancel(isp.owner, isp.takes(isp.joins("Gone"), p).id());
        isp.events.taken();
        InternetPackage dearer = isp.packages.update(isp.owner, p.id(), p.version(),
            new Draft("Home 10M", isp.money(2200), Isp.MONTH, 10_000, 5_000, null));
        isp.itIs("2026-11-22T07:16:00Z");
        assertThat(isp.events.taken()).isEmpty();
        InternetPackage faster = isp.packages.update(isp.owner, p.id(), dearer.version(),
            new Draft("Home 10M", isp.money(2200), Isp.MONTH, 12_000, 6_000, "home-12"));
        isp.itIs("2026-11-22T07:17:00Z");
        assertThat(isp.events.taken()).containsExactly(new SubscriptionChanged(live.id(), null, null));
        assertThat(faster).extracting(InternetPackage::profile, InternetPackage::downKbps, InternetPackage::subscriptions)
            .containsExactly("home-12", 12_000, 1L);
        assertThatThrownBy(() -> isp.packages.update(isp.owner, p.id(), p.version(), new Draft("x", isp.money(1), Isp.MONTH, 0, 0, null)))
            .isInstanceOf(Stale.class);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void newHoursOfUseGoToTheRoutersInTheZoneOfTheIsp(Kind kind) {
        Isp isp = Isp.on(kind);
        InternetPackage p = isp.sells("Night", 2000);
        Subscription s = isp.takes(isp.joins("Grace"), p);
        assertThat(isp.subscriptions.serviceToDeliver(isp.system, s.id()).orElseThrow()).returns(null, ServiceToDeliver::hours)
            .returns(null, ServiceToDeliver::zone);
        isp.events.taken();
        Hours night = new Hours(Set.of(), LocalTime.of(22, 0), LocalTime.of(6, 0));
        PackageTerms terms = new PackageTerms(ServiceType.PPPOE, Charging.PREPAID, false, true, null, null, null, null, 0, night, null, null, null, null);
        isp.packages.update(isp.owner, p.id(), p.version(), new Draft("Night", isp.money(2000), Isp.MONTH, p.downKbps(), p.upKbps(), null, terms));
        isp.itIs("2026-11-22T07:16:00Z");
        assertThat(isp.events.taken()).containsExactly(new SubscriptionChanged(s.id(), null, null));
        assertThat(isp.subscriptions.serviceToDeliver(isp.system, s.id()).orElseThrow()).returns(night, ServiceToDeliver::hours)
            .returns(ZoneId.of("Africa/Nairobi"), ServiceToDeliver::zone);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whoStandsUnderAnEarlierEditionKeepsASpeedThatOthersOfThePackageDoNotGet(Kind kind) {
        Isp isp = Isp.on(kind);
        InternetPackage p = isp.sells("Home", 2000);
        Subscription old = isp.takes(isp.joins("Grace"), p);
        assertThat(isp.subscriptions.serviceToDeliver(isp.system, old.id()).orElseThrow()).returns(false, ServiceToDeliver::personal);
        isp.events.taken();
        isp.packages.update(isp.owner, p.id(), p.version(), new Draft("Home", isp.money(2500), Isp.MONTH, 20_000, 10_000, null), new Change(null, false));
        isp.itIs("2026-11-22T07:16:00Z");
        assertThat(isp.events.taken()).as("the profile will be the others'").containsExactly(new SubscriptionChanged(old.id(), null, null));
        assertThat(isp.subscriptions.serviceToDeliver(isp.system, old.id()).orElseThrow()).returns(10_000, ServiceToDeliver::downKbps).returns(true, ServiceToDeliver::personal);
        Subscription fresh = isp.takes(isp.joins("Omar"), p);
        assertThat(isp.subscriptions.serviceToDeliver(isp.system, fresh.id()).orElseThrow()).returns(20_000, ServiceToDeliver::downKbps).returns(false, ServiceToDeliver::personal);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void anAddressIsGivenOnce(Kind kind) {
        Isp isp = Isp.on(kind);
        InternetPackage fixed = isp.sells("Fixed", 5000,
            new PackageTerms(ServiceType.STATIC_IP, Charging.PREPAID, false, true, null, null, null, null, 0, null, null, null, null, null));
        Subscription first = isp.subscriptions.create(isp.owner, new Subscriptions.Draft(isp.joins("Grace").id(), fixed.id(), null, null, null, null, "10.20.0.5", null));
        Subscriptions.Draft same = new Subscriptions.Draft(isp.joins("Omar").id(), fixed.id(), null, null, null, null, "10.20.0.5", null);
        assertThatThrownBy(() -> isp.subscriptions.create(isp.owner, same)).isInstanceOf(Conflict.class).hasMessageContaining("10.20.0.5");
        isp.subscriptions.cancel(isp.owner, first.id());
        assertThat(isp.subscriptions.create(isp.owner, same).details().ipAddress()).isEqualTo("10.20.0.5");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void anIpv6AddressIsRefusedWhenItIsTypedAndNothingIsSold(Kind kind) {
        Isp isp = Isp.on(kind);
        InternetPackage fixed = isp.sells("Fixed", 5000,
            new PackageTerms(ServiceType.STATIC_IP, Charging.PREPAID, false, true, null, null, null, null, 0, null, null, null, null, null));
        Subscriber grace = isp.joins("Grace");
        Subscriptions.Draft six = new Subscriptions.Draft(grace.id(), fixed.id(), null, null, null, null, "2001:db8::5", null);
        assertThatThrownBy(() -> isp.subscriptions.create(isp.owner, six)).isInstanceOfSatisfying(Invalid.class,
            e -> assertThat(e.fields()).containsEntry("ipAddress", "an IPv6 address cannot be delivered; give the IPv4 address of the line, like 10.20.0.7"));
        assertThat(isp.subscriptions.count(isp.owner, ListQuery.first(1))).isZero();
        Subscription s = isp.subscriptions.create(isp.owner, new Subscriptions.Draft(grace.id(), fixed.id(), null, "grace", null, null, "10.20.0.5", null));
        assertThatThrownBy(() -> isp.subscriptions.update(isp.owner, s.id(), s.version(), six)).isInstanceOf(Invalid.class);
        assertThat(isp.subscriptions.get(isp.owner, s.id()).details().ipAddress()).isEqualTo("10.20.0.5");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void anAddressThatIsTakenOnAnotherRouterKeepsItsOwnerFromMovingThere(Kind kind) {
        Isp isp = Isp.on(kind);
        isp.routers.ids.addAll(List.of(7L, 8L));
        InternetPackage fixed = isp.sells("Fixed", 5000,
            new PackageTerms(ServiceType.STATIC_IP, Charging.PREPAID, false, true, null, null, null, null, 0, null, null, null, null, null));
        Subscriber grace = isp.joins("Grace"), omar = isp.joins("Omar");
        isp.subscriptions.create(isp.owner, new Subscriptions.Draft(grace.id(), fixed.id(), 7L, "grace", null, null, "10.20.0.5", null));
        Subscription his = isp.subscriptions.create(isp.owner, new Subscriptions.Draft(omar.id(), fixed.id(), 8L, "omar", null, null, "10.20.0.5", null));
        Subscriptions.Draft moved = new Subscriptions.Draft(omar.id(), fixed.id(), 7L, "omar", null, null);
        assertThatThrownBy(() -> isp.subscriptions.update(isp.owner, his.id(), his.version(), moved)).isInstanceOf(Conflict.class).hasMessageContaining("10.20.0.5");
        Subscriptions.Draft renumbered = new Subscriptions.Draft(omar.id(), fixed.id(), 7L, "omar", null, null, "10.20.0.6", null);
        assertThat(isp.subscriptions.update(isp.owner, his.id(), his.version(), renumbered).routerId()).isEqualTo(7L);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whatWasNeverSoldIsDeletedWhatWasIsArchivedAndFreesItsName(Kind kind) {
        Isp isp = Isp.on(kind);
        InternetPackage never = isp.sells("Never sold", 1), sold = isp.sells("Sold", 2);
        Subscriber grace = isp.joins("Grace");
        isp.subscriptions.cancel(isp.owner, isp.takes(grace, sold).id());
        isp.packages.delete(isp.owner, never.id());
        isp.packages.delete(isp.owner, sold.id());
        assertThatThrownBy(() -> isp.packages.get(isp.owner, never.id())).isInstanceOf(NotFound.class);
        assertThat(isp.packages.get(isp.owner, sold.id()).archived()).isTrue();
        assertThatThrownBy(() -> isp.takes(grace, isp.packages.get(isp.owner, sold.id()))).isInstanceOf(Conflict.class)
            .hasMessageContaining("archived");
        InternetPackage again = isp.sells("sold", 3);
        assertThat(isp.packages.list(isp.owner, ListQuery.where("archived", "false")).items()).containsExactly(again);
        assertThat(isp.packages.list(isp.owner, ListQuery.where("archived", "true")).items()).extracting(InternetPackage::id)
            .containsExactly(sold.id());
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whatOtherBundlesHoldOnToIsArchivedOrRefused(Kind kind) {
        Isp isp = Isp.on(kind);
        InternetPackage onCards = isp.sells("On cards", 50), plain = isp.sells("Plain", 60);
        Subscriber typed = isp.joins("Typed a code"), nobody = isp.joins("Nobody");
        Bound.to(isp.elsewhere, new Dependents() {
            @Override
            public Optional<String> onPackage(TenantId tenant, long packageId) {
                return packageId == onCards.id() && tenant.equals(isp.id) ? Optional.of("vouchers") : Optional.empty();
            }

            @Override
            public Optional<String> onSubscriber(TenantId tenant, long subscriberId) {
                return subscriberId == typed.id() && tenant.equals(isp.id) ? Optional.of("vouchers") : Optional.empty();
            }
        });
        PackageTerms postpaid = new PackageTerms(ServiceType.PPPOE, Charging.POSTPAID, false, true, null, null, null, List.of(), 0, null, null, null, null, null);
        assertThatThrownBy(() -> isp.packages.update(isp.owner, onCards.id(), onCards.version(), new Draft("On cards", isp.money(50), Isp.MONTH, 0, 0, null, postpaid)))
            .isInstanceOf(Conflict.class).hasMessageStartingWith("vouchers depend on this package");
        isp.packages.delete(isp.owner, onCards.id());
        assertThat(isp.audit.last().action()).isEqualTo("package.archive");
        assertThat(isp.packages.get(isp.owner, onCards.id()).archived()).isTrue();
        isp.packages.delete(isp.owner, plain.id());
        assertThatThrownBy(() -> isp.packages.get(isp.owner, plain.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> isp.subscribers.delete(isp.owner, typed.id())).isInstanceOf(Conflict.class)
            .hasMessage("vouchers depend on this subscriber; cancel the subscriptions instead");
        isp.subscribers.delete(isp.owner, nobody.id());
        assertThat(isp.subscribers.list(isp.owner, ListQuery.first(10)).items()).extracting(Subscriber::id).containsExactly(typed.id());
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void namesAreUniqueAndEveryWrongFieldIsTold(Kind kind) {
        Isp isp = Isp.on(kind);
        InternetPackage home = isp.sells("Home 10M", 2000), biz = isp.sells("Biz 30M", 500);
        assertThatThrownBy(() -> isp.sells("HOME 10m ", 1)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> isp.packages.update(isp.owner, biz.id(), biz.version(),
            new Draft("Home 10M", isp.money(1), Isp.MONTH, 0, 0, null)))
            .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> isp.packages.create(isp.owner, new Draft(" ", isp.money(-1), null, -1, -1, "p".repeat(101))))
            .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.fields()).containsOnlyKeys("name", "price", "period", "downKbps",
            "upKbps",
            "profile"));
        assertThatThrownBy(() -> isp.packages.create(isp.owner, new Draft("x", Money.of(1, "USD"), Isp.MONTH, 0, 0, null)))
            .isInstanceOf(Invalid.class).hasMessageContaining("KES");
        assertThat(isp.packages.list(isp.owner, ListQuery.first(10)).items()).as("by name").containsExactly(biz, home);
        assertThat(isp.packages.list(isp.owner, new ListQuery(null, null, "-price", 10, null)).items()).containsExactly(home, biz);
        assertThat(isp.packages.list(isp.owner, new ListQuery("biz", null, null, 10, null)).items()).containsExactly(biz);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void theDashboardCounts(Kind kind) {
        Isp isp = Isp.on(kind);
        InternetPackage p = isp.sells("Home 10M", 2000);
        Subscriber soon = isp.joins("Soon"), later = isp.joins("Later"), owing = isp.joins("Owing");
        isp.takes(soon, p, "2026-11-24T00:00:00Z");
        isp.takes(later, p, "2026-12-24T00:00:00Z");
        isp.takes(isp.joins("Expired"), p, "2026-11-01T00:00:00Z");
        isp.bills.billNext(isp.owner, isp.takes(owing, p).id());
        isp.ledger.adjust(isp.owner, soon.id(), isp.money(-300), "fee");
        isp.ledger.adjust(isp.owner, later.id(), isp.money(900), "deposit");
        assertThat(isp.figures.counts(isp.owner)).isEqualTo(new Figures.Counts(4, 2, 1, 1, 1, isp.money(2300)));
        assertThat(Isp.on(kind).figures.counts(Isp.on(kind).owner).subscribers()).isZero();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void theSweepCatchesWhoHasNoAlarm(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        Subscription s = isp.takes(grace, isp.sells("Home 10M", 2000), "2026-11-22T09:00:00Z");
        assertThat(isp.jobs.count(OverdueSweep.NAME)).as("every new ISP has one").isEqualTo(1);
        isp.itIs("2026-11-22T08:30:00Z");
        isp.jobs.cancel(isp.id, Alarms.CLOCK, Alarms.KEY);
        isp.itIs("2026-11-22T09:04:00Z");
        assertThat(isp.now(s).state().name()).isEqualTo("ACTIVE");
        isp.itIs("2026-11-22T10:30:00Z");
        assertThat(isp.now(s).state().name()).isEqualTo("EXPIRED");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void alarmsThatRingForNothingDoNothing(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        InternetPackage p = isp.sells("Home 10M", 2000);
        Subscription s = isp.takes(grace, p, "2026-11-22T09:00:00Z");
        Subscription later = isp.subscriptions.update(isp.owner, s.id(), s.version(),
            new Subscriptions.Draft(grace.id(), p.id(), null, null, null, java.time.Instant.parse("2026-11-30T09:00:00Z")));
        isp.events.taken();
        isp.itIs("2026-11-22T12:00:00Z");
        assertThat(isp.events.taken()).isEmpty();
        assertThat(isp.now(s)).isEqualTo(later);
        assertThat(isp.wakesAt(s)).as("set again, for the warning before the true end").isEqualTo("2026-11-29T09:00:00Z");
        isp.subscriptions.cancel(isp.owner, s.id());
        isp.subscribers.delete(isp.owner, grace.id());
        isp.itIs("2026-12-01T00:00:00Z");
        assertThat(isp.waking()).isZero();
    }
}

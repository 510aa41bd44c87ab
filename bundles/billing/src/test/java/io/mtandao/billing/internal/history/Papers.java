package io.mtandao.billing.internal.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.Bill.Line.Kind;
import io.mtandao.api.billing.Deposit;
import io.mtandao.api.billing.PackageTerms.DataCap;
import io.mtandao.api.billing.PackageTerms.DataCap.AtCap;
import io.mtandao.api.billing.Usage.Volume;
import io.mtandao.billing.internal.entity.BillLineRow;
import io.mtandao.billing.internal.entity.BillRow;
import io.mtandao.billing.internal.entity.CouponRow;
import io.mtandao.billing.internal.entity.DepositRow;
import io.mtandao.billing.internal.entity.DiscountRow;
import io.mtandao.billing.internal.entity.EditionRow;
import io.mtandao.billing.internal.entity.ItemRow;
import io.mtandao.billing.internal.entity.SubscriberRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.entity.SubscriptionRow.DataState;
import io.mtandao.billing.internal.entity.UsageRow;
import io.mtandao.billing.internal.rules.TopUpKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What bills say, line by line, and what follows of it for discounts, items, deposits and data. */
final class Papers {
    private static final Set<Kind> ONCE = Set.of(Kind.ITEM, Kind.INSTALLATION, Kind.DEPOSIT);
    private final Village village;
    /** Bills that were given up when the deposit on them had been settled before. */
    final Set<Long> givenUpAfterwards = new HashSet<>();
    private Map<Long, List<BillLineRow>> lines = Map.of();
    private Map<Long, BillRow> standing = Map.of();
    private List<EditionRow> editions = List.of();
    private final Map<Long, BillLineRow> packageLines = new HashMap<>();
    private Map<Long, Deposit.Settled> settled = Map.of();

    Papers(Village village) {
        this.village = village;
    }

    private <T> List<T> all(Class<T> rows) {
        return village.isp.db.tx().in(village.isp.id, em -> em.createQuery("select x from " + rows.getSimpleName() + " x order by x.id", rows).getResultList());
    }

    /** By subscription. */
    private Map<Long, Deposit.Settled> settled() {
        return village.isp.db.tx().in(village.isp.id, em -> em.createQuery("select x.subscriptionId, x from DepositRow x", Object[].class).getResultList().stream()
            .collect(Collectors.toMap(r -> (Long) r[0], r -> ((DepositRow) r[1]).view())));
    }

    void look(Seen seen) {
        lines = all(BillLineRow.class).stream().collect(Collectors.groupingBy(BillLineRow::getBillId));
        standing = seen.bills().stream().filter(b -> b.getKind() == Bill.Kind.BILL && b.getState() != Bill.State.VOID).collect(Collectors.toMap(BillRow::getId, b -> b));
        settled = settled();
        editions = all(EditionRow.class);
        seen.bills().forEach(this::sums);
        discounts();
        all(ItemRow.class).forEach(this::billedOnce);
        payers(seen);
        data(seen);
        settled.forEach((id, how) -> assertThat(how.returned().plus(how.kept()).minor()).as("%s: all that was left as deposit is settled", village.line(id))
            .isEqualTo(standing.values().stream().filter(b -> id.equals(b.getSubscriptionId())).mapToLong(this::deposit).sum()));
    }

    private void sums(BillRow b) {
        List<BillLineRow> of = lines.getOrDefault(b.getId(), List.of());
        assertThat(of.stream().mapToLong(BillLineRow::getAmountMinor).sum()).as("bill %s is the sum of its lines", b.getNumber()).isEqualTo(b.getTotalMinor());
        assertThat(of.stream().mapToLong(BillLineRow::getTaxMinor).sum()).as("so is the tax of bill %s", b.getNumber()).isEqualTo(b.getTaxMinor());
        assertThat(b.getTotalMinor()).as("bill %s asks for something or nothing", b.getNumber()).isNotNegative();
        for (BillLineRow l : of) if (l.getKind() == Kind.PACKAGE) {
            Set<Long> prices = new HashSet<>(village.sundries.agreed.getOrDefault(b.getSubscriptionId(), Set.of()));
            editions.stream().filter(e -> e.getPackageId() == b.getPackageId() && e.getNumber() == b.getEdition()).forEach(e -> prices.add(e.getPriceMinor()));
            assertThat(prices).as("bill %s asks for the price of its edition, or for what was agreed", b.getNumber()).contains(l.getUnitMinor());
        }
    }

    /** Of a postpaid one, which stays as it was written. */
    BillLineRow packageLine(BillRow b) {
        return packageLines.computeIfAbsent(b.getId(), id -> village.isp.db.tx().in(village.isp.id,
            em -> em.createQuery("select l from BillLineRow l where l.billId = ?1 and l.kind = ?2", BillLineRow.class).setParameter(1, id)
                .setParameter(2, Kind.PACKAGE).getResultList().get(0)));
    }

    private List<BillLineRow> linesOf(Set<Kind> kinds, Long origin) {
        return standing.keySet().stream().flatMap(id -> lines.getOrDefault(id, List.of()).stream())
            .filter(l -> kinds.contains(l.getKind()) && Objects.equals(origin, l.getOrigin())).toList();
    }

    private void discounts() {
        Map<Long, Long> redeemed = new HashMap<>();
        for (DiscountRow x : all(DiscountRow.class)) {
            if (x.getCouponId() != null) redeemed.merge(x.getCouponId(), 1L, Long::sum);
            if (x.getBillsLeft() == null) continue;
            long bills = linesOf(Set.of(Kind.DISCOUNT), x.getId()).stream().map(BillLineRow::getBillId).distinct().count();
            assertThat(village.sundries.promised.get(x.getId()) - x.getBillsLeft()).as("a discount of %s was used for each bill that stands with it",
                village.line(x.getSubscriptionId())).isEqualTo((int) bills);
        }
        for (CouponRow c : all(CouponRow.class)) assertThat((long) c.getRedeemed()).as("coupon %s", c.getCode()).isEqualTo(redeemed.getOrDefault(c.getId(), 0L));
    }

    private void billedOnce(ItemRow i) {
        List<BillLineRow> on = linesOf(ONCE, i.getId());
        String what = village.line(i.getSubscriptionId()) + ": " + i.getText();
        assertThat(on.stream().map(BillLineRow::getBillId)).as("%s is on no bill twice", what).doesNotHaveDuplicates();
        if (i.isRecurring()) return;
        if (i.getBilledOn() == null) assertThat(on).as("%s is not billed", what).isEmpty();
        else assertThat(on.stream().map(BillLineRow::getBillId)).as("%s is billed once", what).containsExactly(i.getBilledOn());
    }

    private void payers(Seen seen) {
        Map<Long, Long> payers = new HashMap<>();
        all(SubscriberRow.class).forEach(s -> payers.put(s.getId(), s.getPayerId() == null ? s.getId() : s.getPayerId()));
        payers.forEach((who, payer) -> assertThat(payers.get(payer)).as("a payer has no payer").isEqualTo(payer));
        for (SubscriptionRow s : seen.subscriptions()) assertThat(s.getPayerId()).as("who pays for %s", village.line(s.getId())).isEqualTo(payers.get(s.getSubscriberId()));
        for (BillRow b : standing.values())
            if (b.getState() == Bill.State.OPEN && !b.isDebt()) assertThat(b.getPayerId()).as("who is to pay bill %s", b.getNumber()).isEqualTo(payers.get(b.getSubscriberId()));
    }

    private void data(Seen seen) {
        Map<Long, Long> used = new HashMap<>(), toppedUp = new HashMap<>(), bought = new HashMap<>();
        for (UsageRow u : all(UsageRow.class)) {
            used.merge(u.getSubscriptionId(), u.getUsedBytes(), Long::sum);
            toppedUp.merge(u.getSubscriptionId(), u.getToppedUpBytes(), Long::sum);
        }
        for (BillRow b : standing.values()) TopUpKey.of(b.getChargeKey()).ifPresent(sold -> bought.merge(b.getSubscriptionId(), sold.bytes(), Long::sum));
        for (SubscriptionRow s : seen.subscriptions()) {
            String line = village.line(s.getId());
            assertThat(used.getOrDefault(s.getId(), 0L)).as("%s: what was read is counted once", line).isEqualTo(village.sundries.bytes.getOrDefault(s.getId(), 0L));
            assertThat(toppedUp.getOrDefault(s.getId(), 0L)).as("%s: the data that is billed is there", line).isEqualTo(bought.getOrDefault(s.getId(), 0L));
            if (s.getState().isServed() && used.containsKey(s.getId())) cut(s, line);
        }
    }

    private void cut(SubscriptionRow s, String line) {
        DataCap cap = village.list.of(s.getPackageId()).terms().dataCap();
        Volume v = village.isp.usage.of(village.isp.owner, s.getId());
        boolean usedUp = cap != null && v.usedBytes() >= cap.megabytes() * 1_000_000 + v.toppedUpBytes();
        DataState asked = !usedUp ? DataState.OPEN : cap.atCap() == AtCap.THROTTLE ? DataState.THROTTLED : DataState.CUT;
        assertThat(s.getDataState()).as("%s used %s bytes in the period from %s, bought %s", line, v.usedBytes(), v.periodFrom(), v.toppedUpBytes()).isEqualTo(asked);
    }

    boolean isSettled(Long subscription) {
        return settled.containsKey(subscription);
    }

    private long asked(BillRow b) {
        return lines.getOrDefault(b.getId(), List.of()).stream().filter(l -> l.getKind() == Kind.DEPOSIT).mapToLong(BillLineRow::getAmountMinor).sum();
    }

    /** What is owed to the subscriber of the deposit on a bill: all of it when it was booked, less what was credited beyond all else on the bill. */
    private long deposit(BillRow b) {
        long asked = asked(b);
        long credited = Math.max(0, b.getCreditedMinor() - Math.max(0, b.getTotalMinor() - asked));
        return (b.isDebt() ? asked : Math.min(asked, b.getPaidMinor())) - credited - unpaid(b);
    }

    /** Of a debt that was given up. */
    private long unpaid(BillRow b) {
        if (b.getState() != Bill.State.WRITTEN_OFF || givenUpAfterwards.contains(b.getId())) return 0;
        long asked = asked(b);
        return Math.max(0, asked - Math.max(0, b.getCreditedMinor() - (b.getTotalMinor() - asked)) - b.getPaidMinor());
    }

    long depositsGivenUp() {
        return standing.values().stream().mapToLong(this::unpaid).sum();
    }

    /** What is held of all, less what was settled. */
    long deposits() {
        return standing.values().stream().mapToLong(this::deposit).sum()
            - settled.values().stream().mapToLong(x -> x.returned().plus(x.kept()).minor()).sum();
    }
}

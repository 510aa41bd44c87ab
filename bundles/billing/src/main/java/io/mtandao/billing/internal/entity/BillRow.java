package io.mtandao.billing.internal.entity;

import io.mtandao.api.Money;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.Period;
import io.mtandao.persistence.TenantEntity;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;

@Entity
@Table(name = "billing_bill")
public class BillRow extends TenantEntity {
    @Column(name = "bill_number")
    private String number;

    @Column(name = "subscriber_id")
    private long subscriberId;

    @Column(name = "subscription_id")
    private Long subscriptionId;

    @Column(name = "period_from")
    private Instant periodFrom;

    @Column(name = "period_to")
    private Instant periodTo;

    /** The period's begin while the bill stands, null once void: in the unique key that keeps a period from being billed twice. */
    @Column(name = "billed_from")
    private Instant billedFrom;

    @Column(name = "period_count")
    private int periodCount;

    @Enumerated(EnumType.STRING)
    @Column(name = "period_unit")
    private Period.Unit periodUnit;

    @Column(name = "total_minor")
    private long totalMinor;

    private String currency;

    @Enumerated(EnumType.STRING)
    private Bill.State state;

    @Column(name = "issued_at")
    private Instant issuedAt;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "paid_at")
    private Instant paidAt;

    @Column(name = "void_reason")
    private String voidReason;

    @Enumerated(EnumType.STRING)
    @Column(name = "bill_kind")
    private Bill.Kind kind = Bill.Kind.BILL;

    /** Whether it was booked against the wallet when it was written. */
    private boolean debt;

    @Column(name = "payer_id")
    private long payerId;

    @Column(name = "tax_minor")
    private long taxMinor;

    @Column(name = "paid_minor")
    private long paidMinor;

    @Column(name = "credited_minor")
    private long creditedMinor;

    /** The time that its money stands for: moves with pauses, ends early when the rest was credited. Null until something was paid. */
    @Column(name = "worth_from")
    private Instant worthFrom;

    @Column(name = "worth_to")
    private Instant worthTo;

    /** How much of that time stood still: in pauses, or between two parts of the money. */
    @Column(name = "still_seconds")
    private long stillSeconds;

    /** How long the time is that a whole price pays for; a bill over a rest or a part of it is shorter. 0 for as long as its period. */
    @Column(name = "whole_seconds")
    private long wholeSeconds;

    /** Whether what was left of its time was credited by a change of the package. */
    private boolean settled;

    @Column(name = "refers_to")
    private Long refersTo;

    /** Keeps a charge without a period from being made twice, for example {@code late:17:5}. */
    @Column(name = "charge_key")
    private String chargeKey;

    @Column(name = "run_id")
    private Long runId;

    @Column(name = "package_id")
    private Long packageId;

    private int edition = 1;

    /** Devices at once while its time lasts, when that was bought with it; 0 for the package's. */
    @Column(name = "device_limit")
    private int deviceLimit;

    /** When dunning looks at it next. */
    @Column(name = "dun_at")
    private Instant dunAt = SubscriptionRow.NEVER;

    /** Day of the last dunning step that was taken. */
    @Column(name = "dun_day")
    private int dunDay = NO_DAY;

    public static final int NO_DAY = -1000;

    protected BillRow() {}

    private BillRow(String number, Bill.Kind kind, long subscriberId, Long subscriptionId, long payerId, Money total, long tax, Instant issuedAt) {
        this.number = number;
        this.kind = kind;
        this.subscriberId = subscriberId;
        this.subscriptionId = subscriptionId;
        this.payerId = payerId;
        this.totalMinor = total.minor();
        this.taxMinor = tax;
        this.currency = total.currency();
        this.state = kind == Bill.Kind.CREDIT_NOTE ? Bill.State.CREDITED : Bill.State.OPEN;
        this.issuedAt = issuedAt;
        this.periodFrom = issuedAt;
        this.periodTo = issuedAt;
        this.dueAt = issuedAt;
        this.periodUnit = Period.Unit.DAY;
    }

    /** For a period, or the part of one, of a subscription. */
    public static BillRow ofPeriod(String number, SubscriptionRow s, EditionRow e, Money total, long tax, Instant issuedAt) {
        BillRow b = new BillRow(number, Bill.Kind.BILL, s.getSubscriberId(), s.getId(), s.getPayerId(), total, tax, issuedAt);
        b.periodCount = e.getPeriod().count();
        b.periodUnit = e.getPeriod().unit();
        b.packageId = e.getPackageId();
        b.edition = e.getNumber();
        return b;
    }

    /** For something else than a period, once per key. */
    public static BillRow ofCharge(String number, SubscriptionRow s, String chargeKey, Money total, long tax, Instant issuedAt) {
        BillRow b = new BillRow(number, Bill.Kind.BILL, s.getSubscriberId(), s.getId(), s.getPayerId(), total, tax, issuedAt);
        b.chargeKey = chargeKey;
        return b;
    }

    public static BillRow creditNote(String number, BillRow of, Money amount, long tax, String why, Instant issuedAt) {
        BillRow b = new BillRow(number, Bill.Kind.CREDIT_NOTE, of.subscriberId, of.subscriptionId, of.payerId, amount, tax, issuedAt);
        b.refersTo = of.getId();
        b.voidReason = why;
        b.paidAt = issuedAt;
        return b;
    }

    /** The rest of a period at another price: it has a time, but is no period that is billed once. */
    public void spans(Instant from, Instant to, EditionRow e, long seconds) {
        wholeSeconds = seconds;
        periodFrom = from;
        periodTo = to;
        packageId = e.getPackageId();
        edition = e.getNumber();
    }

    /** Of an unpaid prepaid one: due when its period begins. */
    public void covers(Instant from, Instant to) {
        periodFrom = from;
        periodTo = to;
        billedFrom = from;
        if (!debt) dueAt = from.isBefore(issuedAt) ? issuedAt : from;
    }

    /** A part was bought and served, and service stopped in between: the rest is served later, but nothing is billed twice. */
    public void delayRest(Instant now) {
        stoodStill(Duration.between(worthTo, now));
    }

    /** In the middle of its time, which goes on until later; where it began stays, so that it remains the same period for data and devices. */
    public void stoodStill(Duration by) {
        stillSeconds += by.toSeconds();
        move(worthFrom, worthTo.plus(by));
    }

    /** What its money stands for, and what is still to be paid of it, moves. Of one whose time is gone altogether the period may be billed again. */
    public void move(Instant from, Instant to) {
        wholeSeconds = getWholeSeconds();
        if (state == Bill.State.OPEN && !debt) periodTo = periodTo.plus(Duration.between(worthTo, to));
        worth(from, to);
        if (!to.isAfter(from)) billedFrom = null;
    }

    /** @param firstLook of dunning; null for none */
    public void owed(Instant due, Instant firstLook) {
        debt = true;
        dueAt = due;
        dunAt = firstLook == null ? SubscriptionRow.NEVER : firstLook;
    }

    /** @param next when dunning looks again; null for never */
    public void dunned(int day, Instant next) {
        dunDay = day;
        dunAt = next == null ? SubscriptionRow.NEVER : next;
    }

    /** Money was put against it. */
    public void pay(long minor, Instant at) {
        paidMinor = Math.addExact(paidMinor, minor);
        if (paidMinor + creditedOfDebt() < totalMinor) return;
        state = Bill.State.PAID;
        paidAt = at;
        dunAt = SubscriptionRow.NEVER;
    }

    /** Another than that of the edition under which it was written. */
    public void lasts(Period p) {
        periodCount = p.count();
        periodUnit = p.unit();
    }

    public void limitDevices(int most) {
        deviceLimit = most;
    }

    public void worth(Instant from, Instant to) {
        worthFrom = from;
        worthTo = to;
    }

    /** The rest that nobody paid is not taken any more. @param tax that was booked */
    public void curtail(long tax, Instant at) {
        totalMinor = paidMinor;
        taxMinor = tax;
        wholeSeconds = getWholeSeconds();
        if (worthTo != null) periodTo = worthTo;
        state = Bill.State.PAID;
        paidAt = at;
    }

    public void whole(Instant wholeFrom) {
        wholeSeconds = Duration.between(wholeFrom, periodTo).toSeconds();
    }

    public long getWholeSeconds() {
        return wholeSeconds > 0 ? wholeSeconds : Duration.between(periodFrom, periodTo).toSeconds();
    }

    public void settle(Instant at) {
        settled = true;
        if (worthTo != null && worthTo.isAfter(at)) worthTo = at;
        // nothing of it was served: another may be billed for this time
        if (worthFrom != null && !at.isAfter(worthFrom)) billedFrom = null;
    }

    public void credit(long minor) {
        creditedMinor = Math.addExact(creditedMinor, minor);
    }

    public void ofRun(Long id) {
        runId = id;
    }

    public void refersTo(long billId) {
        refersTo = billId;
    }

    public void takeBack(String reason) {
        state = Bill.State.VOID;
        voidReason = reason;
        billedFrom = null;
        chargeKey = null;
        settled = true;
        dunAt = SubscriptionRow.NEVER;
    }

    public void writeOff(String reason) {
        state = Bill.State.WRITTEN_OFF;
        voidReason = reason;
        dunAt = SubscriptionRow.NEVER;
    }

    /** For the audit log. */
    public Map<String, Object> told() {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("number", number);
        m.put("subscriptionId", subscriptionId);
        m.put("total", getTotal().toString());
        m.put("paid", Money.of(paidMinor, currency).toString());
        m.put("state", state.name());
        m.put("periodFrom", periodFrom.toString());
        m.put("periodTo", periodTo.toString());
        m.put("reason", voidReason);
        return m;
    }

    /** What is still to be paid, minor units. */
    public long getOpenMinor() {
        return state == Bill.State.OPEN ? totalMinor - paidMinor - creditedOfDebt() : 0;
    }

    /** A credit makes a debt smaller; what is credited of a prepaid bill was paid before and is back in the wallet, so all of it is to be paid still. */
    private long creditedOfDebt() {
        return debt ? creditedMinor : 0;
    }

    public Bill.Kind getKind() {
        return kind;
    }

    public boolean isDebt() {
        return debt;
    }

    /** Whose wallet it is to be paid from, or was booked on. */
    public void paidBy(long payer) {
        payerId = payer;
    }

    public long getPayerId() {
        return payerId;
    }

    public long getTotalMinor() {
        return totalMinor;
    }

    public long getTaxMinor() {
        return taxMinor;
    }

    public long getPaidMinor() {
        return paidMinor;
    }

    public long getCreditedMinor() {
        return creditedMinor;
    }

    public int getDeviceLimit() {
        return deviceLimit;
    }

    public Instant getWorthFrom() {
        return worthFrom;
    }

    /** So that from here to its end it is as long as what was paid for. */
    public Instant getWorthFromWithoutPauses() {
        Instant from = worthFrom.plusSeconds(stillSeconds);
        return from.isBefore(worthTo) ? from : worthTo;
    }

    public Instant getWorthTo() {
        return worthTo;
    }

    public boolean isSettled() {
        return settled;
    }

    public Long getRefersTo() {
        return refersTo;
    }

    public Long getRunId() {
        return runId;
    }

    public Long getPackageId() {
        return packageId;
    }

    public int getEdition() {
        return edition;
    }

    public Instant getDunAt() {
        return dunAt;
    }

    public int getDunDay() {
        return dunDay;
    }

    public Instant getBilledFrom() {
        return billedFrom;
    }

    public String getChargeKey() {
        return chargeKey;
    }

    public String getReason() {
        return voidReason;
    }

    public String getCurrency() {
        return currency;
    }

    public String getNumber() {
        return number;
    }

    public long getSubscriberId() {
        return subscriberId;
    }

    public Long getSubscriptionId() {
        return subscriptionId;
    }

    public Instant getPeriodFrom() {
        return periodFrom;
    }

    public Instant getPeriodTo() {
        return periodTo;
    }

    /** Null when it is for no period. */
    public Period getPeriod() {
        return periodCount == 0 ? null : new Period(periodCount, periodUnit);
    }

    public Money getTotal() {
        return Money.of(totalMinor, currency);
    }

    public Bill.State getState() {
        return state;
    }

    public Instant getIssuedAt() {
        return issuedAt;
    }

    public Instant getDueAt() {
        return dueAt;
    }

    public Instant getPaidAt() {
        return paidAt;
    }
}

package io.mtandao.billing.internal.entity;

import io.mtandao.api.Money;
import io.mtandao.api.billing.Bill.Line.Kind;
import io.mtandao.persistence.TenantEntity;
import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;

/** Something that a subscription pays beside its package: with each bill, or once with the next. */
@Entity
@Table(name = "billing_subscription_item")
public class ItemRow extends TenantEntity {
    @Column(name = "subscription_id")
    private long subscriptionId;

    @Column(name = "add_on_id")
    private Long addOnId;

    @Column(name = "item_text")
    private String text;

    private int quantity;

    @Column(name = "unit_minor")
    private long unitMinor;

    private String currency;
    private boolean recurring;

    @Column(name = "tax_included")
    private boolean taxIncluded;

    @Column(name = "tax_code")
    private String taxCode;

    @Enumerated(EnumType.STRING)
    @Column(name = "line_kind")
    private Kind kind;

    /** Of the ledger. */
    private String account;

    @Column(name = "billed_on")
    private Long billedOn;

    @Column(name = "ended_at")
    private Instant endedAt;

    /** Whether the next bill holds it. */
    @Column(name = "is_open")
    private boolean open = true;

    protected ItemRow() {}

    public ItemRow(long subscriptionId, Long addOnId, Kind kind, String text, int quantity, Money unit, boolean recurring, boolean taxIncluded, String taxCode, String account) {
        this.subscriptionId = subscriptionId;
        this.addOnId = addOnId;
        this.kind = kind;
        this.text = text;
        this.quantity = quantity;
        this.unitMinor = unit.minor();
        this.currency = unit.currency();
        this.recurring = recurring;
        this.taxIncluded = taxIncluded;
        this.taxCode = taxCode;
        this.account = account;
    }

    /** A bill holds it; one that recurs stays open for the next. */
    public void billed(long billId) {
        billedOn = billId;
        if (!recurring) open = false;
    }

    /** The bill that held it was taken back. */
    public void unbilled() {
        billedOn = null;
        open = endedAt == null;
    }

    public void end(Instant at) {
        endedAt = at;
        open = false;
    }

    public long getSubscriptionId() {
        return subscriptionId;
    }

    public Long getAddOnId() {
        return addOnId;
    }

    public String getText() {
        return text;
    }

    public int getQuantity() {
        return quantity;
    }

    public Money getUnit() {
        return Money.of(unitMinor, currency);
    }

    public boolean isRecurring() {
        return recurring;
    }

    public boolean isTaxIncluded() {
        return taxIncluded;
    }

    public String getTaxCode() {
        return taxCode;
    }

    public Kind getKind() {
        return kind;
    }

    public String getAccount() {
        return account;
    }

    public Long getBilledOn() {
        return billedOn;
    }

    public Instant getEndedAt() {
        return endedAt;
    }

    public boolean isOpen() {
        return open;
    }
}

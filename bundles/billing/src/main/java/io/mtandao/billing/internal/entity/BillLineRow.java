package io.mtandao.billing.internal.entity;

import io.mtandao.persistence.TenantEntity;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

@Entity
@Table(name = "billing_bill_line")
public class BillLineRow extends TenantEntity {
    @Column(name = "bill_id")
    private long billId;

    @Column(name = "line_number")
    private int lineNumber;

    @Column(name = "line_text")
    private String text;

    private int quantity;

    @Column(name = "unit_minor")
    private long unitMinor;

    @Column(name = "amount_minor")
    private long amountMinor;

    protected BillLineRow() {}

    public BillLineRow(long billId, int lineNumber, String text, int quantity, long unitMinor) {
        this.billId = billId;
        this.lineNumber = lineNumber;
        this.text = text;
        this.quantity = quantity;
        this.unitMinor = unitMinor;
        this.amountMinor = Math.multiplyExact(unitMinor, quantity);
    }

    /** The period of an unpaid bill moves when it is paid late; its text with it. */
    public void say(String changed) {
        text = changed;
    }

    public long getBillId() {
        return billId;
    }

    public String getText() {
        return text;
    }

    public int getQuantity() {
        return quantity;
    }

    public long getUnitMinor() {
        return unitMinor;
    }

    public long getAmountMinor() {
        return amountMinor;
    }
}

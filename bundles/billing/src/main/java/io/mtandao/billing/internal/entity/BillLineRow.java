package io.mtandao.billing.internal.entity;

import io.mtandao.api.billing.Bill.Line.Kind;
import io.mtandao.billing.internal.rules.QuoteLine;
import io.mtandao.persistence.TenantEntity;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
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

    @Enumerated(EnumType.STRING)
    @Column(name = "line_kind")
    private Kind kind;

    /** What part of the amount is tax. */
    @Column(name = "tax_minor")
    private long taxMinor;

    @Column(name = "tax_name")
    private String taxName;

    /** Of the ledger, for the amount less its tax. */
    private String account;

    @Column(name = "tax_account")
    private String taxAccount;

    /** Of a DISCOUNT: the discount's id; of what an item charges: the item's. */
    @Column(name = "origin_id")
    private Long origin;

    protected BillLineRow() {}

    public BillLineRow(long billId, int lineNumber, QuoteLine l) {
        this.billId = billId;
        this.lineNumber = lineNumber;
        this.kind = l.kind();
        this.text = l.text();
        this.quantity = l.quantity();
        this.unitMinor = l.unit();
        this.amountMinor = l.amount();
        this.taxMinor = l.tax();
        this.taxName = l.taxName();
        this.account = l.account();
        this.taxAccount = l.taxAccount();
        this.origin = l.origin();
    }

    /** The period of an unpaid bill moves when it is paid late; its text with it. */
    public void say(String changed) {
        text = changed;
    }

    public int getLineNumber() {
        return lineNumber;
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

    public Long getOrigin() {
        return origin;
    }

    public Kind getKind() {
        return kind;
    }

    public long getTaxMinor() {
        return taxMinor;
    }

    public String getTaxName() {
        return taxName;
    }

    public String getAccount() {
        return account;
    }

    public String getTaxAccount() {
        return taxAccount;
    }
}

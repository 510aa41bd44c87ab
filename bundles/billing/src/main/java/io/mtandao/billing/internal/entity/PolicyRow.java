package io.mtandao.billing.internal.entity;

import io.mtandao.api.Money;
import io.mtandao.api.billing.BillingPolicy;
import io.mtandao.api.billing.BillingPolicy.Fuse;
import io.mtandao.api.billing.BillingPolicy.Numbering;
import io.mtandao.api.billing.Reduction;
import io.mtandao.api.billing.RenewalPolicy;
import io.mtandao.billing.internal.rules.DunningText;
import io.mtandao.persistence.TenantEntity;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;

/** How the ISP bills; one row per ISP, made when somebody first changes something. */
@Entity
@Table(name = "billing_policy")
public class PolicyRow extends TenantEntity {
    @Enumerated(EnumType.STRING)
    @Column(name = "late_payment")
    private RenewalPolicy.Late late;

    @Enumerated(EnumType.STRING)
    @Column(name = "partial_payment")
    private RenewalPolicy.Partial partial;

    @Enumerated(EnumType.STRING)
    @Column(name = "excess_payment")
    private RenewalPolicy.Excess excess;

    @Column(name = "auto_renew")
    private boolean autoRenew;

    @Column(name = "grace_days")
    private int graceDays;

    @Enumerated(EnumType.STRING)
    @Column(name = "expiry_time")
    private RenewalPolicy.ExpiryTime expiryTime;

    @Column(name = "due_days")
    private int dueDays;

    private String dunning;

    @Column(name = "late_fee_percent")
    private Integer lateFeePercent;

    @Column(name = "late_fee_minor")
    private Long lateFeeMinor;

    @Column(name = "ceiling_minor")
    private Long ceilingMinor;

    @Column(name = "fuse_percent")
    private int fusePercent;

    @Column(name = "fuse_least")
    private int fuseLeast;

    @Column(name = "bill_prefix")
    private String billPrefix;

    @Column(name = "bill_digits")
    private int billDigits;

    @Column(name = "credit_prefix")
    private String creditPrefix;

    @Column(name = "credit_digits")
    private int creditDigits;

    @Column(name = "account_prefix")
    private String accountPrefix;

    @Column(name = "account_digits")
    private int accountDigits;

    protected PolicyRow() {}

    public PolicyRow(BillingPolicy p) {
        set(p);
    }

    public final void set(BillingPolicy p) {
        late = p.renewal().late();
        partial = p.renewal().partial();
        excess = p.renewal().excess();
        autoRenew = p.renewal().autoRenew();
        graceDays = p.renewal().graceDays();
        expiryTime = p.renewal().expiry();
        dueDays = p.dueDays();
        dunning = DunningText.write(p.dunning());
        lateFeePercent = p.lateFee() == null ? null : p.lateFee().percentHundredths();
        lateFeeMinor = p.lateFee() == null || p.lateFee().amount() == null ? null : p.lateFee().amount().minor();
        ceilingMinor = p.ceiling() == null ? null : p.ceiling().minor();
        fusePercent = p.fuse().percent();
        fuseLeast = p.fuse().least();
        Numbering n = p.numbering();
        billPrefix = n.billPrefix();
        billDigits = n.billDigits();
        creditPrefix = n.creditPrefix();
        creditDigits = n.creditDigits();
        accountPrefix = n.accountPrefix();
        accountDigits = n.accountDigits();
    }

    public BillingPolicy view(String currency) {
        Reduction fee = lateFeePercent != null ? Reduction.percent(lateFeePercent) : lateFeeMinor != null ? Reduction.of(Money.of(lateFeeMinor, currency)) : null;
        return new BillingPolicy(getVersion(), new RenewalPolicy(late, partial, excess, autoRenew, graceDays, expiryTime), dueDays, DunningText.read(dunning), fee,
            ceilingMinor == null ? null : Money.of(ceilingMinor, currency), new Fuse(fusePercent, fuseLeast),
            new Numbering(billPrefix, billDigits, creditPrefix, creditDigits, accountPrefix, accountDigits));
    }
}

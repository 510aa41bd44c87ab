package io.mtandao.billing.internal.bill;

import io.mtandao.api.billing.Bill.Line.Kind;
import io.mtandao.api.billing.BillingPolicy.DunningStep;
import io.mtandao.api.billing.Reduction;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.BillRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.entity.WalletRow;
import io.mtandao.billing.internal.rules.ChargeRule;
import io.mtandao.billing.internal.rules.Proration;
import io.mtandao.billing.internal.rules.Quote;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A bill over the late fee of another bill, once per bill and dunning step. A fee on a fee is never charged. */
@Component(service = LateFees.class)
public final class LateFees {
    private final BillBook bills;
    private final Sheets sheets;
    private final Debts debts;

    @Activate
    public LateFees(@Reference BillBook bills, @Reference Sheets sheets, @Reference Debts debts) {
        this.bills = bills;
        this.sheets = sheets;
        this.debts = debts;
    }

    public void charge(Desk d, BillRow late, DunningStep step, WalletRow wallet) {
        if (late.getSubscriptionId() == null || late.getRefersTo() != null) return;
        SubscriptionRow s = d.find(SubscriptionRow.class, late.getSubscriptionId(), "subscription");
        Sheet sheet = sheets.of(d, s);
        Reduction fee = sheet.policy().lateFee();
        if (fee == null) return;
        long amount = fee.amount() != null ? fee.amount().minor() : Proration.ratio(late.getOpenMinor(), fee.percentHundredths(), 10_000);
        if (amount <= 0) return;
        String text = "Late fee for bill " + late.getNumber() + ", " + step.day() + (step.day() == 1 ? " day" : " days") + " after it was due";
        Quote quote = new Quote(List.of(ChargeRule.line(Kind.LATE_FEE, text, 1, amount, amount, true, sheet.taxes().of(sheet.terms(s).taxCode(), d.today()), ChargeRule.INCOME, null)),
            List.of());
        BillRow bill = bills.oweCharge(d, sheet, s, "late:" + late.getId() + ":" + step.day(), quote, wallet);
        bill.refersTo(late.getId());
        debts.settle(d, wallet);
        bills.tell(d, bill);
    }
}

package io.mtandao.billing.internal.bill;

import io.mtandao.api.billing.Bill.Line.Kind;
import io.mtandao.api.billing.Ledger.Source;
import io.mtandao.api.billing.Subscriptions.InAdvance;
import io.mtandao.billing.internal.books.Books;
import io.mtandao.billing.internal.books.Posting;
import io.mtandao.billing.internal.catalogue.Catalogue;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.BillRow;
import io.mtandao.billing.internal.entity.EditionRow;
import io.mtandao.billing.internal.entity.LedgerTransactionRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.entity.WalletRow;
import io.mtandao.billing.internal.rules.ChargeRule;
import io.mtandao.billing.internal.rules.Quote;
import io.mtandao.billing.internal.rules.RenewalRule.Span;
import io.mtandao.billing.internal.rules.TaxTable.Tax;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One whole period, as it was sold, for a fixed value that was paid long ago (a voucher): an open bill is taken back for it, and items wait for the next bill. */
@Component(service = Prepayment.class)
public final class Prepayment {
    private final Books books;
    private final Sheets sheets;
    private final Purchase purchase;
    private final Corrections corrections;
    private final Catalogue catalogue;

    @Activate
    public Prepayment(@Reference Books books, @Reference Sheets sheets, @Reference Purchase purchase, @Reference Corrections corrections, @Reference Catalogue catalogue) {
        this.books = books;
        this.sheets = sheets;
        this.purchase = purchase;
        this.corrections = corrections;
        this.catalogue = catalogue;
    }

    public void buy(Desk d, SubscriptionRow s, WalletRow wallet, InAdvance bought) {
        Source source = bought.source();
        long value = bought.value().minor();
        String memo = bought.memo();
        Sheet sheet = sheets.of(d, s);
        EditionRow sold = bought.edition() == 0 ? sheet.edition(s) : catalogue.edition(d, s.getPackageId(), bought.edition());
        sheet.inAdvance(s, sold);
        sheet.open(s).ifPresent(bill -> corrections.drop(d, bill, "paid by a " + source.kind(), wallet));
        Span span = sheet.next(s);
        Tax tax = sheet.taxes().of(sold.getTerms().taxCode(), d.today());
        Quote quote = new Quote(List.of(ChargeRule.line(Kind.PACKAGE, sheet.text(s, span.from(), span.to()), 1, value, value, true, tax, ChargeRule.INCOME, null)), List.of());
        LedgerTransactionRow paid = books.book(d, new Posting(source.kind(), source.id(), memo == null || memo.isBlank() ? source.kind() + " " + source.id() : memo.strip(), null)
            .to(Posting.money(source.method()), -value).to(wallet, value));
        BillRow bill = purchase.issue(d, sheet, s, span, quote, Numbers.bill(d, sheet.policy().numbering()), null);
        bill.lasts(sold.getPeriod());
        if (bought.deviceLimit() > 0) limit(s, bill, bought.deviceLimit());
        purchase.pay(d, sheet, bill, s, wallet, bill.getOpenMinor(), paid.getId());
    }

    private static void limit(SubscriptionRow s, BillRow bill, int devices) {
        bill.limitDevices(devices);
        s.limitDevices(s.getDeviceLimit(), true);
    }
}

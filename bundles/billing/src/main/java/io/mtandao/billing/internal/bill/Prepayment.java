package io.mtandao.billing.internal.bill;

import io.mtandao.api.billing.Bill.Line.Kind;
import io.mtandao.api.billing.Ledger.Source;
import io.mtandao.billing.internal.books.Books;
import io.mtandao.billing.internal.books.Posting;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.BillRow;
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

/** One whole period for a fixed value that was paid long ago (a voucher): an open bill is taken back for it, and items wait for the next bill. */
@Component(service = Prepayment.class)
public final class Prepayment {
    private final Books books;
    private final Sheets sheets;
    private final Purchase purchase;
    private final Corrections corrections;

    @Activate
    public Prepayment(@Reference Books books, @Reference Sheets sheets, @Reference Purchase purchase, @Reference Corrections corrections) {
        this.books = books;
        this.sheets = sheets;
        this.purchase = purchase;
        this.corrections = corrections;
    }

    public void buy(Desk d, SubscriptionRow s, WalletRow wallet, Source source, long value, String memo) {
        Sheet sheet = sheets.of(d, s);
        sheet.open(s).ifPresent(bill -> corrections.drop(d, bill, "paid by a " + source.kind(), wallet));
        Span span = sheet.next(s);
        Tax tax = sheet.taxes().of(sheet.terms(s).taxCode(), d.today());
        Quote quote = new Quote(List.of(ChargeRule.line(Kind.PACKAGE, sheet.text(s, span.from(), span.to()), 1, value, value, true, tax, ChargeRule.INCOME, null)), List.of());
        LedgerTransactionRow paid = books.book(d, new Posting(source.kind(), source.id(), memo == null || memo.isBlank() ? source.kind() + " " + source.id() : memo.strip(), null)
            .to(Posting.money(source.method()), -value).to(wallet, value));
        BillRow bill = purchase.issue(d, sheet, s, span, quote, Numbers.bill(d, sheet.policy().numbering()), null);
        purchase.pay(d, sheet, bill, s, wallet, bill.getOpenMinor(), paid.getId());
    }
}

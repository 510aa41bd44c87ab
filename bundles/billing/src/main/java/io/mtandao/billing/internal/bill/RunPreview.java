package io.mtandao.billing.internal.bill;

import io.mtandao.api.Caller;
import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Page;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.BillRuns.Forecast;
import io.mtandao.api.billing.BillRuns.Sum;
import io.mtandao.billing.internal.bill.RunPlan.Planned;
import io.mtandao.billing.internal.desk.BillingDesk;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.SubscriberRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.entity.WalletRow;
import io.mtandao.billing.internal.rules.Quote;
import io.mtandao.billing.internal.rules.QuoteLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a run would do now: the plan of the run itself, and nothing written. The ceiling counts within a page here, and within all of a payer in the run. */
@Component(service = RunPreview.class)
public final class RunPreview {
    private static final int PAGE = 500;
    private final BillingDesk desk;
    private final Sheets sheets;

    @Activate
    public RunPreview(@Reference BillingDesk desk, @Reference Sheets sheets) {
        this.desk = desk;
        this.sheets = sheets;
    }

    /** Pages go by the subscription's id. */
    Page<Forecast> page(Desk d, Instant until, ListQuery query) {
        long after = cursor(query.cursor());
        List<SubscriptionRow> rows = new DueQuery(d, until).after(after, query.limit() + 1);
        boolean more = rows.size() > query.limit();
        List<SubscriptionRow> shown = more ? rows.subList(0, query.limit()) : rows;
        Map<Long, SubscriberRow> owners = d.all(SubscriberRow.class, shown.stream().map(SubscriptionRow::getSubscriberId).distinct().toList()).stream()
            .collect(Collectors.toMap(SubscriberRow::getId, Function.identity()));
        List<Forecast> forecasts = new ArrayList<>();
        each(d, shown, until, (sheet, p, covered) -> {
            SubscriptionRow s = p.subscription();
            SubscriberRow owner = owners.get(s.getSubscriberId());
            List<Bill.Line> lines = p.quote() == null ? List.of() : p.quote().lines().stream().map(l -> line(d, l)).toList();
            forecasts.add(new Forecast(s.getId(), owner.getId(), owner.getName(), owner.getAccount(), sheet.packageName(s), p.span() == null ? null : p.span().from(),
                p.span() == null ? null : p.span().to(), lines, d.money(total(p.quote())), covered, p.problem()));
        });
        return new Page<>(forecasts, more ? String.valueOf(shown.get(shown.size() - 1).getId()) : null);
    }

    /** Page by page, a unit of work each. */
    Sum sum(Caller caller, Instant until) {
        long[] sums = new long[4];
        String[] currency = new String[1];
        long after = 0;
        while (true) {
            long from = after;
            List<Long> ids = desk.open(caller, d -> {
                currency[0] = d.currency();
                List<SubscriptionRow> rows = new DueQuery(d, until).after(from, PAGE);
                each(d, rows, until, (sheet, p, covered) -> {
                    if (p.problem() != null) {
                        sums[3]++;
                        return;
                    }
                    sums[0]++;
                    sums[1] = Math.addExact(sums[1], total(p.quote()));
                    if (covered) sums[2]++;
                });
                return rows.stream().map(SubscriptionRow::getId).toList();
            });
            if (ids.size() < PAGE) return new Sum(sums[0], io.mtandao.api.Money.of(sums[1], currency[0]), sums[2], sums[3]);
            after = ids.get(ids.size() - 1);
        }
    }

    private interface Seen {
        void on(Sheet sheet, Planned planned, boolean covered);
    }

    /** Money of a wallet that pays for several is counted once. */
    private void each(Desk d, List<SubscriptionRow> rows, Instant until, Seen seen) {
        Map<Long, Long> balances = d.ofIds(WalletRow.class, "subscriberId", rows.stream().map(SubscriptionRow::getPayerId).distinct().toList()).stream()
            .collect(Collectors.toMap(WalletRow::getSubscriberId, WalletRow::getBalance));
        Sheet sheet = sheets.of(d, rows);
        for (Planned p : new RunPlan(d, sheet, until, true).of(rows)) {
            long payer = p.subscription().getPayerId(), balance = balances.getOrDefault(payer, 0L), total = total(p.quote());
            boolean covered = p.isBilled() && balance >= total;
            if (covered || p.isBilled() && p.subscription().isPostpaid()) balances.put(payer, balance - total);
            seen.on(sheet, p, covered);
        }
    }

    private static long total(Quote quote) {
        return quote == null ? 0 : quote.total();
    }

    static Bill.Line line(Desk d, QuoteLine l) {
        return new Bill.Line(l.kind(), l.text(), l.quantity(), d.money(l.unit()), d.money(l.amount()), d.money(l.tax()), l.taxName());
    }

    static long cursor(String text) {
        try {
            return text == null ? 0 : Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Invalid.field("cursor", "not one that a list gave");
        }
    }
}

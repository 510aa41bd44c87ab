package io.mtandao.billing.internal.clock;

import io.mtandao.api.ListQuery;
import io.mtandao.api.Page;
import io.mtandao.api.billing.CutOffs.CutOff;
import io.mtandao.billing.internal.bill.Sheets;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.policy.Policies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Who will be cut until a moment unless somebody pays: first the prepaid ones whose time ends and whose wallet does not cover the next period, then those
 * whom dunning will cut, each in the order of time.
 */
@Component(service = CutOffForecast.class)
public final class CutOffForecast {
    private final EndingTimes ending;
    private final UnpaidBills unpaid;

    @Activate
    public CutOffForecast(@Reference Sheets sheets, @Reference Policies policies) {
        this.ending = new EndingTimes(sheets);
        this.unpaid = new UnpaidBills(policies);
    }

    Page<CutOff> page(Desk d, Instant until, Long router, ListQuery query) {
        CutPlace from = query.cursor() == null ? CutPlace.first(EndingTimes.PART) : CutPlace.of(query.cursor());
        if (from.part() == UnpaidBills.PART) return unpaid.page(d, until, router, from, query.limit());
        Page<CutOff> first = ending.page(d, until, router, from, query.limit());
        if (first.next() != null) return first;
        CutPlace second = CutPlace.first(UnpaidBills.PART);
        int room = query.limit() - first.items().size();
        if (room <= 0) return new Page<>(first.items(), second.cursor());
        Page<CutOff> rest = unpaid.page(d, until, router, second, room);
        List<CutOff> both = new ArrayList<>(first.items());
        both.addAll(rest.items());
        return new Page<>(both, rest.next());
    }
}

package io.mtandao.api.billing;

import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Bills a past period again with other prices, another tax or another edition, and shows the difference. Nothing is booked. */
public interface ShadowBilling {
    /** Bill by bill, in the order of their ids; those without a difference among them. @param query limit and cursor only */
    Page<Difference> compare(Caller caller, Assumption assumption, ListQuery query);

    Sum sum(Caller caller, Assumption assumption);

    /**
     * @param from of issue, inclusive @param to exclusive
     * @param prices other prices by package; empty for those that held
     * @param editions other editions by package; a package is in one of the two at most
     * @param taxPercentHundredths another rate for everything taxed, or null
     */
    record Assumption(Instant from, Instant to, Map<Long, Money> prices, Map<Long, Integer> editions, Integer taxPercentHundredths) {
        public Assumption {
            prices = prices == null ? Map.of() : Map.copyOf(prices);
            editions = editions == null ? Map.of() : Map.copyOf(editions);
        }
    }

    record Difference(long billId, String billNumber, long subscriberId, String subscriberName, Money was, Money wouldBe, Money difference, List<Bill.Line> lines) {}

    record Sum(long bills, long different, Money was, Money wouldBe, Money difference) {}
}

package io.mtandao.rest.internal.v1;

import static io.mtandao.api.Permission.BILLS_READ;

import io.mtandao.api.Caller;
import io.mtandao.api.Invalid;
import io.mtandao.api.Money;
import io.mtandao.api.billing.ShadowBilling;
import io.mtandao.rest.internal.edge.Field;
import io.mtandao.rest.internal.edge.Lists;
import io.mtandao.rest.internal.edge.Operation;
import io.mtandao.rest.internal.edge.Params;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A past period billed again with other prices, another tax or another edition. Nothing is booked. */
@Path("/v1/shadow-billing")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class ShadowBillingResource {
    private final ShadowBilling shadow;

    public ShadowBillingResource(ShadowBilling shadow) {
        this.shadow = shadow;
    }

    @POST
    @Path("compare")
    @Lists
    @Operation(value = "Bill by bill what it was and what it would be, in the order of their ids; those without a difference among them.", needs = BILLS_READ,
        makes = false)
    public ListOf<DifferenceView> compareBills(@Context Caller caller, @Context Params params, AssumptionDraft assume) {
        return ListOf.of(shadow.compare(caller, assume.toAssumption(), params.list()), DifferenceView::of);
    }

    @POST
    @Path("sum")
    @Operation(value = "The sums of the comparison over all.", needs = BILLS_READ, makes = false)
    public DifferenceSum sumBills(@Context Caller caller, AssumptionDraft assume) {
        ShadowBilling.Sum s = shadow.sum(caller, assume.toAssumption());
        return new DifferenceSum(s.bills(), s.different(), Amount.of(s.was()), Amount.of(s.wouldBe()), Amount.of(s.difference()));
    }

    public record AssumptionDraft(
            @Field(needed = true, eg = "2026-10-31T21:00:00Z", help = "bills issued not before this instant") Instant from,
            @Field(needed = true, eg = "2026-11-30T21:00:00Z", help = "and before this one") Instant to,
            @Field(help = "other prices or editions; packages that are not named keep theirs") List<AssumedPackage> packages,
            @Field(eg = "1800", help = "another rate for everything taxed, in hundredths of a percent; null: as it was") Integer taxPercentHundredths) {
        ShadowBilling.Assumption toAssumption() {
            Map<Long, Money> prices = new HashMap<>();
            Map<Long, Integer> editions = new HashMap<>();
            for (int i = 0; packages != null && i < packages.size(); i++) packages.get(i).into(prices, editions, "packages[" + i + "]");
            return new ShadowBilling.Assumption(from, to, prices, editions, taxPercentHundredths);
        }
    }

    public record AssumedPackage(
            @Field(needed = true) Long packageId,
            @Field(help = "of one period; this or an edition") Amount price,
            @Field(eg = "null", help = "its number; this or a price") Integer edition) {
        private void into(Map<Long, Money> prices, Map<Long, Integer> editions, String field) {
            if ((price == null) == (edition == null)) throw Invalid.field(field, "a price or an edition, one of the two");
            if (prices.containsKey(packageId) || editions.containsKey(packageId)) throw Invalid.field(field + ".packageId", "only once");
            if (price != null) prices.put(packageId, Amount.money(price, field + ".price"));
            else editions.put(packageId, edition);
        }
    }

    public record DifferenceView(
            long billId,
            @Field(needed = true, eg = "B-000042") String billNumber,
            long subscriberId,
            @Field(eg = "Grace Muthoni") String subscriberName,
            @Field(needed = true) Amount was,
            @Field(needed = true) Amount wouldBe,
            @Field(needed = true) Amount difference,
            @Field(needed = true, help = "as they would be") List<BillLine> lines) {
        static DifferenceView of(ShadowBilling.Difference d) {
            return new DifferenceView(d.billId(), d.billNumber(), d.subscriberId(), d.subscriberName(), Amount.of(d.was()), Amount.of(d.wouldBe()),
                Amount.of(d.difference()), d.lines().stream().map(BillLine::of).toList());
        }
    }

    public record DifferenceSum(
            long bills, long different, @Field(needed = true) Amount was, @Field(needed = true) Amount wouldBe, @Field(needed = true) Amount difference) {}
}

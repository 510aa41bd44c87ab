package io.mtandao.rest.internal.v1;

import static io.mtandao.api.Permission.SUBSCRIPTIONS_READ;
import static io.mtandao.api.Permission.SUBSCRIPTIONS_WRITE;

import io.mtandao.api.Caller;
import io.mtandao.api.NotFound;
import io.mtandao.api.billing.Extras;
import io.mtandao.rest.internal.edge.Field;
import io.mtandao.rest.internal.edge.Operation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** What one subscription pays beside or instead of its package's price. */
@Path("/v1/subscriptions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class ExtrasResource {
    private static final String A_DISCOUNT = "/v1/subscriptions/{id}/discounts/" + Operation.MADE;
    private final Extras extras;

    public ExtrasResource(Extras extras) {
        this.extras = extras;
    }

    @GET
    @Path("{id}/extras")
    @Operation(value = "Its own price, items and discounts.", needs = SUBSCRIPTIONS_READ)
    public ExtrasView getExtras(@Context Caller caller, @PathParam("id") long id) {
        return ExtrasView.of(extras.of(caller, id));
    }

    @PUT
    @Path("{id}/own-price")
    @Operation(value = "A price of its own for one period, instead of the package's; null ends it.", needs = SUBSCRIPTIONS_WRITE)
    public ExtrasView setOwnPrice(@Context Caller caller, @PathParam("id") long id, OwnPrice own) {
        return ExtrasView.of(extras.overridePrice(caller, id, Amount.money(own.price, "price"), own.reason));
    }

    @POST
    @Path("{id}/items")
    @Operation(value = "Adds an item to the next bill, or to each.", needs = SUBSCRIPTIONS_WRITE, status = 201)
    public ItemView addItem(@Context Caller caller, @PathParam("id") long id, ItemDraft draft) {
        return ItemView.of(extras.add(caller, id, draft.toDraft()));
    }

    @GET
    @Path("{id}/items/{itemId}")
    @Operation(value = "One item.", needs = SUBSCRIPTIONS_READ)
    public ItemView getItem(@Context Caller caller, @PathParam("id") long id, @PathParam("itemId") long itemId) {
        return ItemView.of(item(caller, id, itemId));
    }

    @DELETE
    @Path("{id}/items/{itemId}")
    @Operation(value = "Takes an item off that is not billed yet, or ends a recurring one.", needs = SUBSCRIPTIONS_WRITE, also = SUBSCRIPTIONS_READ)
    public void removeItem(@Context Caller caller, @PathParam("id") long id, @PathParam("itemId") long itemId) {
        extras.removeItem(caller, item(caller, id, itemId).id());
    }

    @POST
    @Path("{id}/discounts")
    @Operation(value = "Makes the bills to come smaller.", needs = SUBSCRIPTIONS_WRITE, status = 201)
    public DiscountView addDiscount(@Context Caller caller, @PathParam("id") long id, DiscountDraft d) {
        return DiscountView.of(extras.discount(caller, id, ReductionView.reduction(d.reduction, "reduction"), d.bills, d.reason));
    }

    @POST
    @Path("{id}/coupons")
    @Operation(value = "Redeems a coupon: a discount like another.", needs = SUBSCRIPTIONS_WRITE, status = 201, location = A_DISCOUNT)
    public DiscountView redeemCoupon(@Context Caller caller, @PathParam("id") long id, CouponCode coupon) {
        return DiscountView.of(extras.redeem(caller, id, coupon.code));
    }

    @GET
    @Path("{id}/discounts/{discountId}")
    @Operation(value = "One discount.", needs = SUBSCRIPTIONS_READ)
    public DiscountView getDiscount(@Context Caller caller, @PathParam("id") long id, @PathParam("discountId") long discountId) {
        return DiscountView.of(discount(caller, id, discountId));
    }

    @DELETE
    @Path("{id}/discounts/{discountId}")
    @Operation(value = "Ends a discount.", needs = SUBSCRIPTIONS_WRITE, also = SUBSCRIPTIONS_READ)
    public void endDiscount(@Context Caller caller, @PathParam("id") long id, @PathParam("discountId") long discountId) {
        extras.endDiscount(caller, discount(caller, id, discountId).id());
    }

    /** An address that names another subscription's is nobody's. */
    private Extras.Item item(Caller caller, long id, long itemId) {
        return extras.of(caller, id).items().stream().filter(i -> i.id() == itemId).findFirst().orElseThrow(() -> new NotFound("item"));
    }

    private Extras.Discount discount(Caller caller, long id, long discountId) {
        return extras.of(caller, id).discounts().stream().filter(d -> d.id() == discountId).findFirst().orElseThrow(() -> new NotFound("discount"));
    }

    public record OwnPrice(@Field(help = "null to end it") Amount price, @Field(needed = true, eg = "since 2019 at the old price") String reason) {}

    public record DiscountDraft(
            @Field(needed = true) ReductionView reduction,
            @Field(help = "on how many bills; null for all to come") Integer bills,
            @Field(needed = true, eg = "three days without service") String reason) {}

    public record CouponCode(@Field(needed = true, eg = "KARIBU", help = "any case") String code) {}
}

package io.mtandao.rest.internal.v1;

import static io.mtandao.api.Permission.PACKAGES_READ;
import static io.mtandao.api.Permission.PACKAGES_WRITE;

import io.mtandao.api.Caller;
import io.mtandao.api.billing.Coupon;
import io.mtandao.api.billing.Coupons;
import io.mtandao.rest.internal.edge.Field;
import io.mtandao.rest.internal.edge.Identified;
import io.mtandao.rest.internal.edge.IfMatch;
import io.mtandao.rest.internal.edge.Lists;
import io.mtandao.rest.internal.edge.Operation;
import io.mtandao.rest.internal.edge.Params;
import io.mtandao.rest.internal.edge.Query;
import io.mtandao.rest.internal.edge.Versioned;
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
import java.time.LocalDate;

@Path("/v1/coupons")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class CouponsResource {
    private final Coupons coupons;

    public CouponsResource(Coupons coupons) {
        this.coupons = coupons;
    }

    @GET
    @Lists(search = "code", sorts = "code")
    @Query(value = "archived", type = Boolean.class, help = "true: those that are taken no more")
    @Operation(value = "Lists coupons.", needs = PACKAGES_READ)
    public ListOf<CouponView> listCoupons(@Context Caller caller, @Context Params params) {
        return ListOf.of(coupons.list(caller, params.list()), CouponView::of);
    }

    @POST
    @Operation(value = "Adds a coupon; without a code one is made.", needs = PACKAGES_WRITE, status = 201)
    public CouponView createCoupon(@Context Caller caller, CouponDraft draft) {
        return CouponView.of(coupons.create(caller, draft.toDraft()));
    }

    @GET
    @Path("{id}")
    @Operation(value = "One coupon.", needs = PACKAGES_READ)
    public CouponView getCoupon(@Context Caller caller, @PathParam("id") long id) {
        return CouponView.of(coupons.get(caller, id));
    }

    @PUT
    @Path("{id}")
    @Operation(value = "Replaces a coupon; its code and reduction are fixed once it was redeemed.", needs = PACKAGES_WRITE)
    public CouponView updateCoupon(@Context Caller caller, @Context IfMatch read, @PathParam("id") long id, CouponDraft draft) {
        return CouponView.of(coupons.update(caller, id, read.version(), draft.toDraft()));
    }

    @DELETE
    @Path("{id}")
    @Operation(value = "Deletes a coupon that was never redeemed; archives one that was.", needs = PACKAGES_WRITE)
    public void deleteCoupon(@Context Caller caller, @PathParam("id") long id) {
        coupons.delete(caller, id);
    }

    public record CouponDraft(
            @Field(eg = "KARIBU", help = "any case; null to have one made") String code,
            @Field(needed = true) ReductionView reduction,
            @Field(eg = "null", help = "first day; null for at once") LocalDate from,
            @Field(eg = "2030-12-31", help = "last day; null for no end") LocalDate until,
            @Field(eg = "100", help = "how often it may be redeemed at all; null for any number") Integer most,
            @Field(help = "on how many bills of the subscription it counts; null for all") Integer bills,
            @Field(eg = "null", help = "only for this package") Long packageId) {
        Coupons.Draft toDraft() {
            return new Coupons.Draft(code, ReductionView.reduction(reduction, "reduction"), from, until, most, bills, packageId);
        }
    }

    public record CouponView(
            long id,
            int version,
            @Field(needed = true, eg = "KARIBU") String code,
            @Field(needed = true) ReductionView reduction,
            LocalDate from,
            @Field(eg = "2030-12-31") LocalDate until,
            @Field(eg = "100") Integer most,
            @Field(eg = "17") int redeemed,
            Integer bills,
            Long packageId,
            boolean archived) implements Identified, Versioned {
        static CouponView of(Coupon c) {
            return new CouponView(c.id(), c.version(), c.code(), ReductionView.of(c.reduction()), c.from(), c.until(), c.most(), c.redeemed(), c.bills(),
                c.packageId(), c.archived());
        }
    }
}

package io.mtandao.rest.internal.v1;

import static io.mtandao.api.Permission.SETTINGS_WRITE;
import static io.mtandao.api.Permission.SUBSCRIPTIONS_READ;
import static io.mtandao.api.Permission.SUBSCRIPTIONS_WRITE;

import io.mtandao.api.Caller;
import io.mtandao.api.billing.CutOffs;
import io.mtandao.rest.internal.edge.Field;
import io.mtandao.rest.internal.edge.Lists;
import io.mtandao.rest.internal.edge.Operation;
import io.mtandao.rest.internal.edge.Params;
import io.mtandao.rest.internal.edge.Query;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;

/** Who will be cut, before it happens; and the fuses that stop the cutting when it would be too many at once. */
@Path("/v1/cut-offs")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class CutOffsResource {
    private final CutOffs cutOffs;

    public CutOffsResource(CutOffs cutOffs) {
        this.cutOffs = cutOffs;
    }

    @GET
    @Lists
    @Query(value = "until", type = Instant.class, help = "cut until then; left out: until the end of today in the ISP's zone")
    @Query(value = "routerId", type = Long.class, help = "only on this router")
    @Operation(value = "Who will be cut unless somebody pays, soonest first.", needs = SUBSCRIPTIONS_READ)
    public ListOf<CutOffView> listCutOffs(@Context Caller caller, @Context Params params) {
        return ListOf.of(cutOffs.preview(caller, params.time("until"), params.listBy("routerId")), CutOffView::of);
    }

    @GET
    @Path("fuses")
    @Operation(value = "The ISP's own fuse, then those of its routers.", needs = SUBSCRIPTIONS_READ)
    public ListOf<FuseStateView> listFuses(@Context Caller caller) {
        return ListOf.all(cutOffs.fuses(caller), FuseStateView::of);
    }

    @POST
    @Path("fuses/reset")
    @Operation(value = "Lets the cuts go on that a blown fuse holds.", needs = SUBSCRIPTIONS_WRITE, also = SETTINGS_WRITE)
    public void resetFuse(@Context Caller caller, FuseReset reset) {
        cutOffs.reset(caller, reset.routerId, reset.reason);
    }

    public record FuseReset(
            @Field(help = "null for the ISP's own fuse") Long routerId,
            @Field(needed = true, eg = "they really have not paid") String reason) {}

    public record CutOffView(
            long subscriptionId,
            long subscriberId,
            @Field(eg = "Grace Muthoni") String subscriberName,
            @Field(eg = "MT-1000") String accountNumber,
            @Field(eg = "Home 10M") String packageName,
            Long routerId,
            @Field(needed = true) Instant at,
            @Field(needed = true, help = "what the wallet lacks") Amount missing,
            @Field(needed = true, eg = "expires; KES 1,500.00 are missing") String reason) {
        static CutOffView of(CutOffs.CutOff c) {
            return new CutOffView(c.subscriptionId(), c.subscriberId(), c.subscriberName(), c.accountNumber(), c.packageName(), c.routerId(), c.at(),
                Amount.of(c.missing()), c.reason());
        }
    }

    public record FuseStateView(
            @Field(help = "null: the ISP's own") Long routerId,
            @Field(eg = "Rongai tower") String name,
            @Field(help = "subscriptions on the network 24 hours ago or now, whichever is more") long served,
            @Field(help = "within the last 24 hours") long cut,
            @Field(help = "waiting to be cut") long held,
            @Field(eg = "40") int percent,
            @Field(help = "null while it is whole") Instant blownAt) {
        static FuseStateView of(CutOffs.FuseState f) {
            return new FuseStateView(f.routerId(), f.name(), f.served(), f.cut(), f.held(), f.percent(), f.blownAt());
        }
    }
}

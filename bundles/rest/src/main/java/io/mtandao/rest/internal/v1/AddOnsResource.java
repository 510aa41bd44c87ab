package io.mtandao.rest.internal.v1;

import static io.mtandao.api.Permission.PACKAGES_READ;
import static io.mtandao.api.Permission.PACKAGES_WRITE;

import io.mtandao.api.Caller;
import io.mtandao.api.billing.AddOn;
import io.mtandao.api.billing.AddOns;
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

@Path("/v1/add-ons")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class AddOnsResource {
    private final AddOns addOns;

    public AddOnsResource(AddOns addOns) {
        this.addOns = addOns;
    }

    @GET
    @Lists(search = "name", sorts = "name")
    @Query(value = "archived", type = Boolean.class, help = "true: those that are sold no more")
    @Query(value = "recurring", type = Boolean.class, help = "true: those on every bill")
    @Operation(value = "Lists what is sold beside packages.", needs = PACKAGES_READ)
    public ListOf<AddOnView> listAddOns(@Context Caller caller, @Context Params params) {
        return ListOf.of(addOns.list(caller, params.list()), AddOnView::of);
    }

    @POST
    @Operation(value = "Adds something to sell beside packages: a public address each month, a router once, more data.", needs = PACKAGES_WRITE, status = 201)
    public AddOnView createAddOn(@Context Caller caller, AddOnDraft draft) {
        return AddOnView.of(addOns.create(caller, draft.toDraft()));
    }

    @GET
    @Path("{id}")
    @Operation(value = "One add-on.", needs = PACKAGES_READ)
    public AddOnView getAddOn(@Context Caller caller, @PathParam("id") long id) {
        return AddOnView.of(addOns.get(caller, id));
    }

    @PUT
    @Path("{id}")
    @Operation(value = "Replaces an add-on: a new price holds for what is sold from now on.", needs = PACKAGES_WRITE)
    public AddOnView updateAddOn(@Context Caller caller, @Context IfMatch read, @PathParam("id") long id, AddOnDraft draft) {
        return AddOnView.of(addOns.update(caller, id, read.version(), draft.toDraft()));
    }

    @DELETE
    @Path("{id}")
    @Operation(value = "Deletes an add-on that was never sold; archives one that was.", needs = PACKAGES_WRITE)
    public void deleteAddOn(@Context Caller caller, @PathParam("id") long id) {
        addOns.delete(caller, id);
    }

    public record AddOnDraft(
            @Field(needed = true, eg = "Public address") String name,
            @Field(needed = true) Amount price,
            @Field(needed = true, help = "with every bill of the subscription; false: once") Boolean recurring,
            @Field(help = "whether the price holds the tax already; true when left out") Boolean taxIncluded,
            @Field(eg = "null", help = "code of a tax; null for the ISP's own rate") String taxCode,
            @Field(eg = "0", help = "data that it adds to the running period, of 1,000,000 bytes; then it is sold once") Long dataMegabytes) {
        AddOns.Draft toDraft() {
            return new AddOns.Draft(name, Amount.money(price, "price"), recurring, !Boolean.FALSE.equals(taxIncluded), taxCode,
                dataMegabytes == null ? 0 : dataMegabytes);
        }
    }

    public record AddOnView(
            long id,
            int version,
            @Field(needed = true, eg = "Public address") String name,
            @Field(needed = true) Amount price,
            boolean recurring,
            boolean taxIncluded,
            @Field(eg = "vat") String taxCode,
            @Field(eg = "0") long dataMegabytes,
            boolean archived) implements Identified, Versioned {
        static AddOnView of(AddOn a) {
            return new AddOnView(a.id(), a.version(), a.name(), Amount.of(a.price()), a.recurring(), a.taxIncluded(), a.taxCode(), a.dataMegabytes(),
                a.archived());
        }
    }
}

package io.mtandao.rest.internal.v1;

import static io.mtandao.api.Permission.PACKAGES_READ;
import static io.mtandao.api.Permission.PACKAGES_WRITE;

import io.mtandao.api.Caller;
import io.mtandao.api.billing.TaxRate;
import io.mtandao.api.billing.Taxes;
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

@Path("/v1/taxes")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class TaxesResource {
    private final Taxes taxes;

    public TaxesResource(Taxes taxes) {
        this.taxes = taxes;
    }

    @GET
    @Lists(search = "code and name")
    @Query(value = "code", help = "only rates of this code")
    @Operation(value = "Lists tax rates with the days on which they hold.", needs = PACKAGES_READ)
    public ListOf<TaxView> listTaxes(@Context Caller caller, @Context Params params) {
        return ListOf.of(taxes.list(caller, params.list()), TaxView::of);
    }

    @POST
    @Operation(value = "Adds a rate; several of one code follow each other.", needs = PACKAGES_WRITE, status = 201)
    public TaxView createTax(@Context Caller caller, TaxDraft draft) {
        return TaxView.of(taxes.create(caller, draft.toDraft()));
    }

    @GET
    @Path("{id}")
    @Operation(value = "One rate.", needs = PACKAGES_READ)
    public TaxView getTax(@Context Caller caller, @PathParam("id") long id) {
        return TaxView.of(taxes.get(caller, id));
    }

    @PUT
    @Path("{id}")
    @Operation(value = "Replaces a rate; once its first day has come, only the name and the last day.", needs = PACKAGES_WRITE)
    public TaxView updateTax(@Context Caller caller, @Context IfMatch read, @PathParam("id") long id, TaxDraft draft) {
        return TaxView.of(taxes.update(caller, id, read.version(), draft.toDraft()));
    }

    @DELETE
    @Path("{id}")
    @Operation(value = "Deletes a rate whose first day is still to come.", needs = PACKAGES_WRITE)
    public void deleteTax(@Context Caller caller, @PathParam("id") long id) {
        taxes.delete(caller, id);
    }

    public record TaxDraft(
            @Field(needed = true, eg = "vat", help = "packages name it; default takes the place of the rate in the settings") String code,
            @Field(needed = true, eg = "VAT", help = "as on the bill") String name,
            @Field(needed = true, eg = "1600", help = "in hundredths of a percent: 1600 is 16 %") Integer percentHundredths,
            @Field(needed = true, eg = "2030-01-01", help = "first day, in the ISP's zone") LocalDate from,
            @Field(eg = "2030-12-31", help = "last day; null for no end") LocalDate until) {
        Taxes.Draft toDraft() {
            return new Taxes.Draft(code, name, percentHundredths, from, until);
        }
    }

    public record TaxView(
            long id,
            int version,
            @Field(needed = true, eg = "vat") String code,
            @Field(needed = true, eg = "VAT") String name,
            @Field(eg = "1600") int percentHundredths,
            @Field(needed = true, eg = "2030-01-01") LocalDate from,
            @Field(eg = "2030-12-31") LocalDate until) implements Identified, Versioned {
        static TaxView of(TaxRate t) {
            return new TaxView(t.id(), t.version(), t.code(), t.name(), t.percentHundredths(), t.from(), t.until());
        }
    }
}

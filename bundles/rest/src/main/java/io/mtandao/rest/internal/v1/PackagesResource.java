package io.mtandao.rest.internal.v1;

import static io.mtandao.api.Permission.PACKAGES_READ;
import static io.mtandao.api.Permission.PACKAGES_WRITE;

import io.mtandao.api.Caller;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.Packages;
import io.mtandao.api.billing.Period;
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

@Path("/v1/packages")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class PackagesResource {
    private final Packages packages;

    public PackagesResource(Packages packages) {
        this.packages = packages;
    }

    @GET
    @Lists(search = "name", sorts = {"name", "price", "createdAt"})
    @Query(value = "archived", type = Boolean.class, help = "true: those that are sold no more")
    @Operation(value = "Lists what is sold.", needs = PACKAGES_READ)
    public ListOf<PackageView> listPackages(@Context Caller caller, @Context Params params) {
        return ListOf.of(packages.list(caller, params.list()), PackageView::of);
    }

    @POST
    @Operation(value = "Adds a package.", needs = PACKAGES_WRITE, status = 201)
    public PackageView createPackage(@Context Caller caller, PackageDraft draft) {
        return PackageView.of(packages.create(caller, draft.toDraft()));
    }

    @GET
    @Path("{id}")
    @Operation(value = "One package.", needs = PACKAGES_READ)
    public PackageView getPackage(@Context Caller caller, @PathParam("id") long id) {
        return PackageView.of(packages.get(caller, id));
    }

    @PUT
    @Path("{id}")
    @Operation(value = "Replaces a package: a new price holds from the next bill on, a new speed goes to the routers.", needs = PACKAGES_WRITE)
    public PackageView updatePackage(@Context Caller caller, @Context IfMatch read, @PathParam("id") long id, PackageDraft draft) {
        return PackageView.of(packages.update(caller, id, read.version(), draft.toDraft()));
    }

    @DELETE
    @Path("{id}")
    @Operation(value = "Deletes a package that was never sold; archives one that was.", needs = PACKAGES_WRITE)
    public void deletePackage(@Context Caller caller, @PathParam("id") long id) {
        packages.delete(caller, id);
    }

    public record PeriodView(@Field(needed = true, eg = "1", help = "from 1 to 1000") Integer count, @Field(needed = true, eg = "month") Period.Unit unit) {
        static PeriodView of(Period p) {
            return new PeriodView(p.count(), p.unit());
        }

        Period toPeriod() {
            return new Period(count, unit);
        }
    }

    public record PackageDraft(
            @Field(needed = true, eg = "Home 10M") String name,
            @Field(needed = true, help = "of one period, tax included") Amount price,
            @Field(needed = true) PeriodView period,
            @Field(needed = true, eg = "10000", help = "towards the subscriber, kilobit (1000) per second") Integer downKbps,
            @Field(needed = true, eg = "10000") Integer upKbps,
            @Field(eg = "home-10m", help = "PPP profile on the router; null for the package's name") String profile) {
        Packages.Draft toDraft() {
            return new Packages.Draft(name, Amount.money(price, "price"), period.toPeriod(), downKbps, upKbps, profile);
        }
    }

    public record PackageView(
            long id,
            int version,
            @Field(needed = true, eg = "Home 10M") String name,
            @Field(needed = true) Amount price,
            @Field(needed = true) PeriodView period,
            @Field(eg = "10000") int downKbps,
            @Field(eg = "10000") int upKbps,
            @Field(eg = "home-10m") String profile,
            boolean archived,
            @Field(help = "how many use it") long subscriptions) implements Identified, Versioned {
        static PackageView of(InternetPackage p) {
            return new PackageView(p.id(), p.version(), p.name(), Amount.of(p.price()), PeriodView.of(p.period()), p.downKbps(), p.upKbps(), p.profile(), p.archived(), p.subscriptions());
        }
    }
}

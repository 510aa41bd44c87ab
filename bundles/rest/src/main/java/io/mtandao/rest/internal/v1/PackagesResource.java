package io.mtandao.rest.internal.v1;

import static io.mtandao.api.Permission.PACKAGES_READ;
import static io.mtandao.api.Permission.PACKAGES_WRITE;

import io.mtandao.api.Caller;
import io.mtandao.api.billing.Charging;
import io.mtandao.api.billing.Packages;
import io.mtandao.api.billing.ServiceType;
import io.mtandao.rest.internal.edge.IfMatch;
import io.mtandao.rest.internal.edge.Lists;
import io.mtandao.rest.internal.edge.Operation;
import io.mtandao.rest.internal.edge.Params;
import io.mtandao.rest.internal.edge.Query;
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
    @Query(value = "service", type = ServiceType.class, help = "only of this kind")
    @Query(value = "charging", type = Charging.class, help = "only those paid for before, or after")
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
    @Operation(value = "A new edition of a package, at once and for everybody unless change says otherwise: a new price holds from the next bill on, a new "
        + "speed goes to the routers. Terms that are left out stay, which needs packages:read as well.", needs = PACKAGES_WRITE)
    public PackageView updatePackage(@Context Caller caller, @Context IfMatch read, @PathParam("id") long id, PackageUpdate u) {
        Packages.Draft draft = u.toDraft(u.terms() == null ? packages.get(caller, id).terms() : u.terms().toTerms());
        return PackageView.of(packages.update(caller, id, read.version(), draft, u.toChange()));
    }

    @DELETE
    @Path("{id}")
    @Operation(value = "Deletes a package that was never sold; archives one that was.", needs = PACKAGES_WRITE)
    public void deletePackage(@Context Caller caller, @PathParam("id") long id) {
        packages.delete(caller, id);
    }

    @POST
    @Path("{id}/restore")
    @Operation(value = "Sells an archived package again.", needs = PACKAGES_WRITE)
    public PackageView restorePackage(@Context Caller caller, @PathParam("id") long id) {
        return PackageView.of(packages.restore(caller, id));
    }

    @GET
    @Path("{id}/editions")
    @Operation(value = "All editions of a package, newest first, those to come among them. What was sold stays as it was sold.", needs = PACKAGES_READ)
    public ListOf<EditionView> listEditions(@Context Caller caller, @PathParam("id") long id) {
        return ListOf.all(packages.editions(caller, id), EditionView::of);
    }

    @DELETE
    @Path("{id}/editions/{number}")
    @Operation(value = "Takes an edition back that is still to come.", needs = PACKAGES_WRITE)
    public void cancelEdition(@Context Caller caller, @PathParam("id") long id, @PathParam("number") int number) {
        packages.cancelEdition(caller, id, number);
    }
}

package io.mtandao.rest.internal.v1;

import static io.mtandao.api.Permission.SUBSCRIBERS_WRITE;

import io.mtandao.api.Caller;
import io.mtandao.api.billing.SubscriberImports;
import io.mtandao.rest.internal.edge.Field;
import io.mtandao.rest.internal.edge.Operation;
import io.mtandao.rest.internal.edge.Params;
import io.mtandao.rest.internal.edge.Query;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;

@Path("/v1/subscribers/imports")
@Consumes({MediaType.APPLICATION_JSON, ImportDraft.CSV})
@Produces(MediaType.APPLICATION_JSON)
public final class ImportsResource {
    private static final int LARGEST_FILE = 16 * 1024 * Operation.KILOBYTE;
    private final SubscriberImports imports;

    public ImportsResource(SubscriberImports imports) {
        this.imports = imports;
    }

    @POST
    @Path("look")
    @Operation(value = "Reads the head and the first lines of a spreadsheet and proposes which column is what.", needs = SUBSCRIBERS_WRITE, makes = false, mostBytes = LARGEST_FILE)
    public SheetView lookAtImport(@Context Caller caller, ImportDraft draft) {
        SubscriberImports.Sheet s = imports.look(caller, draft.csvOrRefuse());
        return new SheetView(s.columns(), s.mapping(), s.firstLines(), s.lines());
    }

    @POST
    @Path("preview")
    @Query(value = "makePackages", type = Boolean.class, help = "of a text/csv body: make unknown packages")
    @Query(value = "routerId", type = Long.class, help = "of a text/csv body: the router that the subscriptions get")
    @Operation(value = "Checks everything and writes nothing. Needs subscriptions:write as well.", needs = SUBSCRIBERS_WRITE, makes = false, mostBytes = LARGEST_FILE)
    public ImportPreview previewImport(@Context Caller caller, @Context Params params, ImportDraft draft) {
        SubscriberImports.Preview p = imports.preview(caller, draft.with(params).toRequest(caller, imports));
        return new ImportPreview(p.total(), p.fresh(), p.changed(), p.same(), p.bad(), p.packagesToMake(), p.lines().stream().map(ImportLine::of).toList());
    }

    @POST
    @Path("run")
    @Query(value = "makePackages", type = Boolean.class, help = "of a text/csv body: make unknown packages")
    @Query(value = "routerId", type = Long.class, help = "of a text/csv body: the router that the subscriptions get")
    @Query(value = "mode", type = SubscriberImports.Mode.class, help = "of a text/csv body")
    @Operation(value = "Brings subscribers in; the same file a second time changes nothing. "
        + "Needs subscriptions:write as well, packages:write to make packages, payments:write for balances.", needs = SUBSCRIBERS_WRITE, mostBytes = LARGEST_FILE)
    public ImportResult runImport(@Context Caller caller, @Context Params params, ImportDraft given) {
        ImportDraft draft = given.with(params);
        SubscriberImports.Result r = imports.run(caller, draft.toRequest(caller, imports), draft.modeOrStrict());
        return new ImportResult(r.created(), r.changed(), r.same(), r.bad(), r.packagesMade(), r.badLines().stream().map(ImportLine::of).toList());
    }

    public record SheetView(
            @Field(needed = true, eg = "Name") List<String> columns,
            @Field(needed = true) Map<String, SubscriberImports.Target> mapping,
            @Field(needed = true, eg = "Grace Muthoni") List<List<String>> firstLines,
            int lines) {}

    public record ImportLine(
            @Field(eg = "7", help = "line of the file, the head is 1; of a router: number of the entry") int number,
            @Field(needed = true) SubscriberImports.Line.State state,
            @Field(eg = "Grace Muthoni") String name,
            @Field(eg = "MT-1000") String account,
            @Field(eg = "phone: 12 digits are too many", help = "what is wrong, or what changes") String detail) {
        static ImportLine of(SubscriberImports.Line l) {
            return new ImportLine(l.number(), l.state(), l.name(), l.account(), l.detail());
        }
    }

    public record ImportPreview(
            int total,
            int fresh,
            int changed,
            int same,
            int bad,
            @Field(needed = true, eg = "Home 10M") List<String> packagesToMake,
            @Field(needed = true, help = "all that is not the same; bad ones first") List<ImportLine> lines) {}

    public record ImportResult(
            int created, int changed, int same, int bad, @Field(needed = true, eg = "Home 10M") List<String> packagesMade, @Field(needed = true) List<ImportLine> badLines) {}
}

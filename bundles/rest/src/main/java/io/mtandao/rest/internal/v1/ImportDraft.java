package io.mtandao.rest.internal.v1;

import io.mtandao.api.Caller;
import io.mtandao.api.Invalid;
import io.mtandao.api.billing.SubscriberImports;
import io.mtandao.api.billing.SubscriberImports.Mode;
import io.mtandao.api.billing.SubscriberImports.Target;
import io.mtandao.rest.internal.edge.Field;
import io.mtandao.rest.internal.edge.Params;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.stream.Stream;

/** What is to be imported: as JSON, or a CSV file as it is with the choices in the query. */
public record ImportDraft(
        @Field(eg = "TmFtZSxQaG9uZQpHcmFjZSwwNzEyMzQ1Njc4Cg==", help = "base64 of the spreadsheet, comma separated; one of csv, routerExport, readRouter") byte[] csv,
        @Field(help = "column title to what it is; left out: as it was used last for the same head, else by name") Map<String, Target> mapping,
        @Field(help = "base64 of a router's /export of /ppp secret") byte[] routerExport,
        @Field(eg = "false", help = "true: reads the secrets of the router routerId now") Boolean readRouter,
        @Field(help = "the router that the subscriptions get") Long routerId,
        @Field(help = "make unknown packages, instead of calling the line bad") Boolean makePackages,
        @Field(help = "all-or-nothing when left out") Mode mode) {
    public static final String CSV = "text/csv";

    ImportDraft with(Params query) {
        return new ImportDraft(csv, mapping, routerExport, readRouter, query.number("routerId") == null ? routerId : query.number("routerId"),
            isTrue(makePackages) || query.flag("makePackages"), query.word("mode", Mode.class) == null ? mode : query.word("mode", Mode.class));
    }

    byte[] csvOrRefuse() {
        if (csv == null) throw Invalid.field("csv", "must be given");
        return csv;
    }

    Mode modeOrStrict() {
        return mode == null ? Mode.ALL_OR_NOTHING : mode;
    }

    SubscriberImports.Request toRequest(Caller caller, SubscriberImports imports) {
        long sources = Stream.of(csv != null, routerExport != null, isTrue(readRouter)).filter(given -> given).count();
        if (sources != 1) throw Invalid.field("csv", "give exactly one of csv, routerExport, readRouter");
        if (isTrue(readRouter) && routerId == null) throw Invalid.field("routerId", "must be given with readRouter");
        Map<String, Target> columns = csv != null && mapping == null ? imports.look(caller, csv).mapping() : mapping;
        return new SubscriberImports.Request(csv, columns, routerExport, isTrue(readRouter), routerId, isTrue(makePackages));
    }

    private static boolean isTrue(Boolean flag) {
        return Boolean.TRUE.equals(flag);
    }

    /** A text/csv body is the file itself. */
    @Provider
    @Consumes(CSV)
    public static final class FromCsv implements MessageBodyReader<ImportDraft> {
        @Override
        public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
            return type == ImportDraft.class;
        }

        @Override
        public ImportDraft readFrom(Class<ImportDraft> type, Type generic, Annotation[] annotations, MediaType mediaType, MultivaluedMap<String, String> headers, InputStream body)
            throws IOException {
            byte[] file = body.readAllBytes();
            return file.length == 0 ? null : new ImportDraft(file, null, null, null, null, null, null);
        }
    }
}

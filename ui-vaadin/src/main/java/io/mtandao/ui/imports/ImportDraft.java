package io.mtandao.ui.imports;

import io.mtandao.api.billing.SubscriberImports.Request;
import io.mtandao.api.billing.SubscriberImports.Sheet;
import io.mtandao.api.billing.SubscriberImports.Target;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was chosen so far on the way to an import. */
final class ImportDraft {
    enum Source {
        CSV,
        EXPORT,
        ROUTER
    }

    Source source = Source.CSV;
    byte[] file;
    String fileName;
    Sheet sheet;
    Map<String, Target> mapping = new LinkedHashMap<>();
    Long routerId;
    boolean makePackages = true;

    void file(String name, byte[] content, Sheet read) {
        fileName = name;
        file = content;
        sheet = read;
        mapping = read == null ? new LinkedHashMap<>() : new LinkedHashMap<>(read.mapping());
    }

    void noFile() {
        file("", null, null);
    }

    boolean ready() {
        return source == Source.ROUTER ? routerId != null : file != null;
    }

    Request request() {
        return switch (source) {
            case CSV -> new Request(file, mapping, null, false, routerId, makePackages);
            case EXPORT -> new Request(null, Map.of(), file, false, routerId, makePackages);
            case ROUTER -> new Request(null, Map.of(), null, true, routerId, makePackages);
        };
    }
}

package io.mtandao.rest.internal.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.billing.SubscriberImports;
import io.mtandao.api.billing.SubscriberImports.Mode;
import io.mtandao.api.billing.SubscriberImports.Target;
import io.mtandao.rest.internal.RestTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImportsTest extends RestTest {
    private static final String CSV = "Name,Phone\nGrace Muthoni,0712345678\n";
    private static final String BASE64 = Base64.getEncoder().encodeToString(CSV.getBytes(StandardCharsets.UTF_8));
    private static final Map<String, Target> REMEMBERED = Map.of("Name", Target.NAME, "Phone", Target.PHONE);

    @BeforeEach
    void theHeadIsKnown() {
        api.imports.answers("look", a -> new SubscriberImports.Sheet(List.of("Name", "Phone"), REMEMBERED, List.of(List.of("Grace Muthoni", "0712345678")), 2));
    }

    private SubscriberImports.Request asked(String method) {
        return api.imports.only(method).argument(1);
    }

    @Test
    void aSpreadsheetIsLookedAt() {
        assertThat(ok(api.post("/api/v1/subscribers/imports/look", CSV, "Content-Type", "text/csv"), 200).json())
            .isEqualTo(json("{'columns':['Name','Phone'],'mapping':{'Name':'name','Phone':'phone'},'firstLines':[['Grace Muthoni','0712345678']],'lines':2}").deepCopy());
        assertThat(api.imports.only("look").<byte[]>argument(1)).isEqualTo(CSV.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aCsvBodyIsImportedWithTheRememberedMappingAndTheQuerysChoices() {
        ok(api.post("/api/v1/subscribers/imports/run?makePackages=true&routerId=3&mode=good-lines", CSV, "Content-Type", "text/csv"), 200);
        assertThat(asked("run").csv()).isEqualTo(CSV.getBytes(StandardCharsets.UTF_8));
        assertThat(asked("run").mapping()).isEqualTo(REMEMBERED);
        assertThat(asked("run").makePackages()).isTrue();
        assertThat(asked("run").routerId()).isEqualTo(3);
        assertThat(api.imports.only("run").<Mode>argument(2)).isEqualTo(Mode.GOOD_LINES);
    }

    @Test
    void aJsonBodyBringsItsOwnMapping() {
        ok(api.post("/api/v1/subscribers/imports/preview", "{\"csv\":\"" + BASE64 + "\",\"mapping\":{\"Name\":\"name\",\"Phone\":\"ignore\",\"PPPoE user\":\"pppoe-user\"}}"), 200);
        assertThat(asked("preview").mapping()).isEqualTo(Map.of("Name", Target.NAME, "Phone", Target.IGNORE, "PPPoE user", Target.PPPOE_USER));
        assertThat(api.imports.count("look")).isZero();
    }

    @Test
    void withoutAModeItIsAllOrNothing() {
        ok(api.post("/api/v1/subscribers/imports/run", "{\"csv\":\"" + BASE64 + "\"}"), 200);
        assertThat(api.imports.only("run").<Mode>argument(2)).isEqualTo(Mode.ALL_OR_NOTHING);
    }

    @Test
    void aRouterIsReadLiveOrFromItsExport() {
        ok(api.post("/api/v1/subscribers/imports/preview", "{\"readRouter\":true,\"routerId\":3}"), 200);
        assertThat(asked("preview")).isEqualTo(new SubscriberImports.Request(null, null, null, true, 3L, false));
        ok(api.post("/api/v1/subscribers/imports/run", "{\"routerExport\":\"" + BASE64 + "\"}"), 200);
        assertThat(asked("run").routerExport()).isNotEmpty();
    }

    @Test
    void thereIsExactlyOneSource() {
        invalid(api.post("/api/v1/subscribers/imports/run", "{}"), "csv");
        invalid(api.post("/api/v1/subscribers/imports/run", "{\"csv\":\"" + BASE64 + "\",\"readRouter\":true,\"routerId\":3}"), "csv");
        invalid(api.post("/api/v1/subscribers/imports/run", "{\"readRouter\":true}"), "routerId");
        invalid(api.post("/api/v1/subscribers/imports/run", "{\"csv\":\"not base64!\"}"), "csv");
        invalid(api.post("/api/v1/subscribers/imports/look", "{\"routerExport\":\"" + BASE64 + "\"}"), "csv");
        problem(api.post("/api/v1/subscribers/imports/run", "", "Content-Type", "text/csv"), 400, "bad-request");
    }

    @Test
    void largeFilesAreTakenHereOnly() {
        String large = CSV + "x".repeat(3_000_000);
        ok(api.post("/api/v1/subscribers/imports/run", large, "Content-Type", "text/csv"), 200);
        problem(api.post("/api/v1/subscribers", large, "Content-Type", "text/csv"), 415, "unsupported-media-type");
        problem(api.post("/api/v1/subscribers/imports/run", "x".repeat(17_000_000), "Content-Type", "text/csv"), 413, "too-large");
    }

    @Test
    void anImportIsNotASubscriber() {
        problem(api.get("/api/v1/subscribers/imports"), 404, "not-found");
        assertThat(api.subscribers.count("get")).isZero();
    }
}

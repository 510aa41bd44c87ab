package io.mtandao.rest.internal.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.rest.internal.ApiServer;
import io.mtandao.testing.db.TestDatabase;
import java.lang.reflect.Proxy;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HealthServletTest {
    private static final String UP = "{\"status\":\"up\"}";

    private static HttpResponse<String> health(boolean api, DataSource database) {
        Served served = new Served();
        if (api) served.opened();
        try (OpsServer server = new OpsServer(new HealthServlet(served, () -> database), "/health")) {
            return server.get("/health");
        }
    }

    private static DataSource failing(AtomicInteger asked) {
        return (DataSource) Proxy.newProxyInstance(DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (p, m, a) -> {
            asked.incrementAndGet();
            throw new SQLException("away");
        });
    }

    @ParameterizedTest
    @EnumSource
    void itIsUpWhenTheApiIsThereAndTheDatabaseAnswers(TestDatabase.Kind kind) {
        try (TestDatabase db = TestDatabase.open(kind, Clock.systemUTC(), List.of("db/persistence.xml"), List.of())) {
            HttpResponse<String> reply = health(true, db.raw());
            assertThat(reply.body()).isEqualTo(UP);
            assertThat(reply.statusCode()).isEqualTo(200);
            assertThat(reply.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        }
    }

    @Test
    void itIsDownWithoutTheApiTheDataSourceOrTheDatabase() {
        assertThat(health(false, failing(new AtomicInteger())).body()).isEqualTo("{\"status\":\"down\",\"missing\":\"starting\"}");
        assertThat(health(true, null).statusCode()).isEqualTo(503);
        HttpResponse<String> reply = health(true, failing(new AtomicInteger()));
        assertThat(reply.statusCode()).isEqualTo(503);
        assertThat(reply.body()).isEqualTo("{\"status\":\"down\",\"missing\":\"database\"}");
    }

    @Test
    void theApiIsServedFromItsServletsBeginningToItsEnd() {
        ApiServer server = new ApiServer();
        try (server) {
            server.get("/api/openapi.json");
            assertThat(server.served.isOpen()).isTrue();
        }
        assertThat(server.served.isOpen()).isFalse();
    }

    /** What comes and goes is seen at the next question, whatever was there at the first. */
    @Test
    void itIsAskedAnewEachTime() {
        Served served = new Served();
        try (OpsServer server = new OpsServer(new HealthServlet(served, () -> null), "/health")) {
            assertThat(server.get("/health").body()).contains("starting");
            served.opened();
            assertThat(server.get("/health").body()).contains("database");
            served.closed();
            assertThat(server.get("/health").body()).contains("starting");
        }
    }

    @Test
    void theDatabaseIsAskedAtMostOnceASecond() {
        AtomicLong time = new AtomicLong();
        AtomicInteger asked = new AtomicInteger();
        DatabaseCheck check = new DatabaseCheck(time::get);
        for (int i = 0; i < 5; i++) assertThat(check.answers(failing(asked))).isFalse();
        assertThat(asked).hasValue(1);
        time.addAndGet(1_000_000_000L);
        check.answers(failing(asked));
        assertThat(asked).hasValue(2);
    }
}

package io.mtandao.rest.internal.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Caller;
import io.mtandao.api.Money;
import io.mtandao.api.Origin;
import io.mtandao.api.TenantId;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.rest.internal.RestTest;
import io.mtandao.rest.internal.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The filters are singletons into which CXF injects contexts: no caller may ever see another's. */
class ParallelCallersTest extends RestTest {
    @Test
    void eachOfManyCallersAtOnceIsServedAsItself() throws Exception {
        api.sessions.answers("authenticate", a -> new Caller(new TenantId((String) a[0]), Caller.Kind.STAFF, "1", "x", Sample.OWNER.permissions(), (Origin) a[1]));
        api.subscribers.answers("get", a -> new Subscriber((long) a[1], 1, ((Caller) a[0]).tenant().value(), null, null, "MT-1", null, null, Money.zero("KES"), Sample.NOON));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> calls = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                String tenant = "isp-" + i;
                int id = i;
                calls.add(() -> tenant + "/" + id + " -> " + answer(api.get("/api/v1/subscribers/" + id, "Authorization", "Bearer " + tenant).json()));
            }
            for (Future<String> f : threads.invokeAll(calls)) assertThat(f.get()).matches("(\\S+) -> \\1");
        } finally {
            threads.shutdown();
        }
    }

    private static String answer(com.fasterxml.jackson.databind.JsonNode subscriber) {
        return subscriber.path("name").asText() + "/" + subscriber.path("id").asLong();
    }
}

package io.mtandao.extension.internal.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.TenantId;
import io.mtandao.api.extension.CallbackInbox.Answer;
import io.mtandao.api.extension.CallbackInbox.Arrival;
import io.mtandao.api.extension.CallbackInbox.Entry;
import io.mtandao.extension.internal.entity.CallbackRow;
import io.mtandao.extension.internal.entity.PluginRow;
import io.mtandao.extension.internal.fixture.ExtensionFixture;
import io.mtandao.extension.internal.fixture.PlatformFixture;
import io.mtandao.extension.internal.fixture.TillPlugin;
import io.mtandao.spi.CallbackHandler;
import io.mtandao.spi.RawCallback;
import io.mtandao.testing.db.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** The inbox with a payment plugin that one ISP has switched on, and a handler that does what the test says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InboxKit {
    static final Answer ACK = new Answer(200, "application/json", "{\"ok\":1}");
    static final Answer FALLBACK = new Answer(200, "application/json", "{\"fallback\":1}");
    final PlatformFixture platform = new PlatformFixture(List.of("db/persistence.xml", "db/extension.xml"), List.of(PluginRow.class, CallbackRow.class));
    final List<RawCallback> handled = new ArrayList<>();
    ExtensionFixture it;
    StoredInbox inbox;
    Questions questions;
    CallbackJob job;
    TillPlugin till;
    TenantId a;
    String token;

    void given(TestDatabase.Kind kind) {
        handled.clear();
        it = new ExtensionFixture(platform.database(kind), platform.clock, Map.of("failures", 100));
        questions = new Questions(it.registry);
        questions.subscribers = PlatformFixture.subscribers("KE-001", "Wanjiku");
        inbox = new StoredInbox(it.db.tx(), it.directory, it.installed, questions, it.jobs, it.audit, platform.clock);
        job = new CallbackJob(it.db.tx(), it.installed, platform.clock);
        handler(raw -> new CallbackHandler.Outcome(true, "booked"));
        till = it.install(new TillPlugin("till"));
        a = PlatformFixture.newTenant();
        token = enable(a);
    }

    String enable(TenantId tenant) {
        String url = it.plugins.configure(admin(tenant), "till", true, Map.of("short.code", "174379", "pass.key", "x")).callbackUrls().get("stk");
        return url.split("/")[4];
    }

    void handler(Function<RawCallback, CallbackHandler.Outcome> decides) {
        job.handlers = List.of(new CallbackHandler() {
            @Override
            public String kind() {
                return "payment";
            }

            @Override
            public Outcome handle(TenantId tenant, String pluginId, RawCallback callback) {
                assertThat(it.db.tx().running()).isFalse();
                handled.add(callback);
                return decides.apply(callback);
            }
        });
    }

    static Caller admin(TenantId tenant) {
        return Caller.system(tenant, "test");
    }

    Answer arrives(String method, String purpose, String body) {
        return inbox.receive(new Arrival(token, purpose, method, Map.of("q", "1"),
            Map.of("X-Signature", "abc", "Authorization", "Bearer x", "Cookie", "s=1"), body.getBytes(StandardCharsets.UTF_8), "196.201.214.200"));
    }

    Entry only() {
        return inbox.list(admin(a), ListQuery.first(10)).items().get(0);
    }

    void later(Duration by) {
        platform.clock.advance(by);
    }

    @AfterAll
    void close() {
        platform.close();
    }
}

package io.mtandao.testing.contract;

import io.mtandao.spi.Callback;
import io.mtandao.spi.CallbackQuestions;
import io.mtandao.spi.CallbackQuestions.Accounts;
import io.mtandao.spi.Plugin;
import io.mtandao.spi.RawCallback;
import io.mtandao.spi.TenantContext;
import io.mtandao.testing.simulator.Answer;
import io.mtandao.testing.simulator.Received;
import io.mtandao.testing.simulator.SimulatedVendor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The platform's place for callbacks, as a plugin meets it: notices are acknowledged and kept, questions are put to the plugin. */
public final class SimulatedInbox<S> extends SimulatedVendor {
    private final Plugin<S> plugin;
    private final Map<String, String> holders = new ConcurrentHashMap<>();
    private final Map<String, TenantContext<S>> tenants = new ConcurrentHashMap<>();

    public SimulatedInbox(Plugin<S> plugin) {
        super(0);
        this.plugin = plugin;
        open();
    }

    /** A tenant whose callbacks come here. */
    public TenantContext<S> tenant(String name, Map<String, ?> settings) {
        TenantContext<S> context = TenantContexts.of(name, plugin, settings, url());
        tenants.put("tok-" + name, context);
        return context;
    }

    public void subscriber(String accountNumber, String name) {
        holders.put(accountNumber, name);
    }

    /** Waits for callbacks of a purpose and tells them in the order of their arrival. */
    public List<RawCallback> await(String purpose, int count) {
        return await("/" + purpose, count, Duration.ofSeconds(10)).stream().map(received -> raw(purpose, received)).toList();
    }

    @Override
    protected Answer answer(Received request) {
        String[] path = request.path().split("/");
        TenantContext<S> context = path.length == 4 ? tenants.get(path[2]) : null;
        Callback callback = context == null ? null : plugin.describe().callback(path[3]);
        if (callback == null) return Answer.text(404, "text/plain", "");
        if (plugin instanceof CallbackQuestions<?> && (callback.kind() == Callback.Kind.QUESTION || request.method().equals("GET")))
            return ask(context, raw(path[3], request));
        return Answer.text(callback.ackStatus(), callback.ackType(), callback.ackBody());
    }

    private Answer ask(TenantContext<S> context, RawCallback question) {
        @SuppressWarnings("unchecked")
        CallbackQuestions<S> questions = (CallbackQuestions<S>) plugin;
        Accounts accounts = reference -> Optional.ofNullable(holders.get(reference));
        CallbackQuestions.Reply reply = questions.answer(context, question, accounts);
        return Answer.text(reply.status(), reply.contentType(), reply.body());
    }

    private static RawCallback raw(String purpose, Received received) {
        return new RawCallback(1, purpose, received.method(), received.query(), received.headers(), received.body(), "127.0.0.1", Instant.now());
    }
}

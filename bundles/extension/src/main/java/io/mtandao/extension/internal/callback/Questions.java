package io.mtandao.extension.internal.callback;

import io.mtandao.api.Caller;
import io.mtandao.api.TenantId;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscribers;
import io.mtandao.extension.internal.Installed;
import io.mtandao.extension.internal.call.EnabledPlugins;
import io.mtandao.spi.Callback;
import io.mtandao.spi.CallbackQuestions;
import io.mtandao.spi.CallbackQuestions.Reply;
import io.mtandao.spi.Plugin;
import io.mtandao.spi.RawCallback;
import io.mtandao.spi.VendorProblem;
import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Asks a plugin what to answer a vendor that waits; answers what was declared when the plugin cannot. */
@Component(service = Questions.class)
public final class Questions {
    /** Daraja itself waits for 8 s; the rest is for the way there and back. */
    private static final Duration LIMIT = Duration.ofSeconds(3);

    private final EnabledPlugins registry;

    /** Dynamic, because plugins must be able to answer before, and without, the billing bundle. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile Subscribers subscribers;

    @Activate
    public Questions(@Reference EnabledPlugins registry) {
        this.registry = registry;
    }

    /** @param detail for the log */
    record Answered(Reply reply, String detail) {}

    /** @param plugin null when it is away or switched off */
    Answered answer(TenantId tenant, Installed plugin, Callback declared, RawCallback question) {
        if (plugin == null || !plugin.answers()) return fallback(declared, "the plugin cannot be asked now");
        try {
            Reply reply = registry.<Plugin<Object>>of(tenant, plugin).call((p, context) -> {
                @SuppressWarnings("unchecked") // a plugin answers with its own settings
                CallbackQuestions<Object> asked = (CallbackQuestions<Object>) p;
                return asked.answer(context, question, reference -> holderOf(tenant, reference));
            }, LIMIT, false);
            if (reply == null) return fallback(declared, "the plugin gave no answer");
            return new Answered(reply, "answered " + reply.status() + ": " + reply.body());
        } catch (VendorProblem e) {
            return fallback(declared, e.getMessage());
        }
    }

    private static Answered fallback(Callback declared, String why) {
        return new Answered(new Reply(declared.ackStatus(), declared.ackType(), declared.ackBody()), "answered the fallback: " + why);
    }

    private Optional<String> holderOf(TenantId tenant, String reference) {
        Subscribers s = subscribers;
        // no answer is better than "nobody": the plugin falls back instead of refusing money
        if (s == null) throw new VendorProblem(VendorProblem.Outcome.RETRY, "subscribers cannot be looked up now");
        return s.byAccount(Caller.system(tenant, "extension"), reference).map(Subscriber::name);
    }
}

package io.mtandao.extension.internal.callback;

import io.mtandao.api.Caller;
import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.NotFound;
import io.mtandao.api.Page;
import io.mtandao.api.Permission;
import io.mtandao.api.TenantId;
import io.mtandao.api.extension.CallbackInbox;
import io.mtandao.api.tenant.AuditLog;
import io.mtandao.api.work.Jobs;
import io.mtandao.extension.internal.Declared;
import io.mtandao.extension.internal.Installed;
import io.mtandao.extension.internal.InstalledPlugins;
import io.mtandao.extension.internal.PluginTable;
import io.mtandao.extension.internal.entity.CallbackRow;
import io.mtandao.persistence.Directory;
import io.mtandao.persistence.Listing;
import io.mtandao.persistence.TenantTx;
import io.mtandao.spi.Callback;
import io.mtandao.spi.RawCallback;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where vendors call. A notice is stored raw, together with the job that will look at it, and only then answered. */
@Component
public final class StoredInbox implements CallbackInbox {
    private static final Listing<CallbackRow> LISTING = Listing.of(CallbackRow.class)
        .filter("plugin", (text, where) -> where.and("e.pluginId = ?", text))
        .filter("state", (text, where) -> where.and("e.state = ?", state(text)));

    private final TenantTx tx;
    private final Directory directory;
    private final InstalledPlugins installed;
    private final Questions questions;
    private final Jobs jobs;
    private final AuditLog audit;
    private final Clock clock;
    private final TokenBuckets buckets;

    @Activate
    public StoredInbox(@Reference TenantTx tx, @Reference Directory directory, @Reference InstalledPlugins installed, @Reference Questions questions,
            @Reference Jobs jobs, @Reference AuditLog audit, @Reference Clock clock) {
        this.tx = tx;
        this.directory = directory;
        this.installed = installed;
        this.questions = questions;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
        buckets = new TokenBuckets(clock, 50, 200);
    }

    /** What is known of the address that was called. */
    private record Target(TenantId tenant, String plugin, String kind, boolean enabled, Declared declared) {}

    @Override
    public Answer receive(Arrival arrival) {
        Target target = target(arrival.token());
        // as the plugin says today; as it said when it was set, while it is away
        Optional<Installed> running = installed.find(target.plugin());
        Declared declared = running.map(Declared::of).orElse(target.declared());
        Callback callback = declared.callback(arrival.purpose());
        if (callback == null) throw new NotFound("callback address");
        RawCallback raw = RawForm.of(arrival, clock.instant());
        // vendors verify an address by GET; who can answer questions answers that one
        boolean question = callback.kind() == Callback.Kind.QUESTION || declared.answers() && "GET".equals(arrival.method());
        if (question) return answer(target, running.filter(i -> target.enabled()).orElse(null), callback, raw);
        store(target, raw);
        return new Answer(callback.ackStatus(), callback.ackType(), callback.ackBody());
    }

    private Target target(String token) {
        String hash = CallbackAddresses.hash(token == null ? "" : token);
        Directory.Entry entry = directory.find(Directory.Kind.CALLBACK, hash).orElseThrow(() -> new NotFound("callback address"));
        buckets.take(hash);
        return tx.in(entry.tenant(), em -> PluginTable.find(em, entry.ref()).map(r ->
            new Target(entry.tenant(), r.getPluginId(), r.getKind(), r.isEnabled(), Declared.ofJson(r.getDeclared())))).orElseThrow(() -> new NotFound("callback address"));
    }

    private void store(Target target, RawCallback raw) {
        tx.run(target.tenant(), em -> {
            CallbackRow e = RawForm.entity(target.plugin(), target.kind(), false, raw);
            em.persist(e);
            jobs.schedule(target.tenant(), CallbackJob.NAME, e.getId().toString(), clock.instant(), null);
        });
    }

    private Answer answer(Target target, Installed running, Callback callback, RawCallback raw) {
        Questions.Answered answered = questions.answer(target.tenant(), running, callback, raw);
        tx.run(target.tenant(), em -> {
            CallbackRow e = RawForm.entity(target.plugin(), target.kind(), true, raw);
            e.finish(State.DONE, answered.detail(), clock.instant());
            em.persist(e);
        });
        return new Answer(answered.reply().status(), answered.reply().contentType(), answered.reply().body());
    }

    @Override
    public Page<Entry> list(Caller caller, ListQuery query) {
        caller.require(Permission.PLUGINS_READ);
        return tx.in(caller.tenant(), em -> LISTING.page(em, query, StoredInbox::entry));
    }

    @Override
    public void replay(Caller caller, long id) {
        caller.require(Permission.PLUGINS_WRITE);
        tx.run(caller.tenant(), em -> {
            CallbackRow e = em.find(CallbackRow.class, id);
            if (e == null) throw new NotFound("callback");
            if (e.isQuestion()) throw new Conflict("this was a question, answered at once; there is nothing to repeat");
            audit.record(caller, "callback.replay", "callback/" + id, Map.of("state", e.getState()), Map.of("state", State.WAITING));
            e.again();
            jobs.schedule(caller.tenant(), CallbackJob.NAME, Long.toString(id), clock.instant(), null);
        });
    }

    private static Entry entry(CallbackRow e) {
        return new Entry(e.getId(), e.getPluginId(), e.getPurpose(), e.getState(), e.getDetail(), new String(e.getBody(), StandardCharsets.UTF_8),
            e.getAddress(), e.getTries(), e.getReceivedAt(), e.getProcessedAt());
    }

    private static State state(String text) {
        for (State s : State.values()) if (s.name().equalsIgnoreCase(text)) return s;
        throw Invalid.field("state", "one of waiting, done, quarantined, failed");
    }
}

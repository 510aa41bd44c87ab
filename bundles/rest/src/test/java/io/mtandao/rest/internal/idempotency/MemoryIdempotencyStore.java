package io.mtandao.rest.internal.idempotency;

import io.mtandao.api.TenantId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** For tests of everything but the real store. */
public final class MemoryIdempotencyStore implements IdempotencyStore {
    private final Map<String, String> prints = new HashMap<>();
    private final Map<String, Kept> answers = new HashMap<>();

    public synchronized List<Kept> kept() {
        return List.copyOf(answers.values());
    }

    @Override
    public synchronized Begun begin(TenantId tenant, String caller, String key, String fingerprint) {
        String id = tenant + "/" + caller + "/" + key;
        String before = prints.putIfAbsent(id, fingerprint);
        if (before == null) return new Begun(Outcome.FRESH, null);
        if (!before.equals(fingerprint)) return new Begun(Outcome.DIFFERENT, null);
        return answers.containsKey(id) ? new Begun(Outcome.REPLAY, answers.get(id)) : new Begun(Outcome.UNFINISHED, null);
    }

    @Override
    public synchronized void finish(TenantId tenant, String caller, String key, Kept kept) {
        answers.put(tenant + "/" + caller + "/" + key, kept);
    }

    @Override
    public synchronized void release(TenantId tenant, String caller, String key) {
        prints.remove(tenant + "/" + caller + "/" + key);
    }
}

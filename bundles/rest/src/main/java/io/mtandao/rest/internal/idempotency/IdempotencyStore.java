package io.mtandao.rest.internal.idempotency;

import io.mtandao.api.TenantId;
import java.util.Map;

/** Remembers for a day what was answered to a request that carried an Idempotency-Key, so that its repetition makes nothing twice. */
public interface IdempotencyStore {
    /**
     * @param caller kind and id: two callers never share a key
     * @param fingerprint of path, query and body
     */
    Begun begin(TenantId tenant, String caller, String key, String fingerprint);

    /** Keeps the answer of what {@link #begin} called fresh. */
    void finish(TenantId tenant, String caller, String key, Kept kept);

    /** Nothing was made: the key may be used again. */
    void release(TenantId tenant, String caller, String key);

    /** @param kept of REPLAY only */
    record Begun(Outcome outcome, Kept kept) {}

    enum Outcome {
        FRESH,
        REPLAY,
        /** The same key with another request. */
        DIFFERENT,
        /** Begun and not finished: still running, or its node died; never done a second time. */
        UNFINISHED
    }

    record Kept(int status, Map<String, String> headers, byte[] body) {}
}

package io.mtandao.persistence;

import io.mtandao.api.TenantId;
import java.util.List;
import java.util.Optional;

/**
 * What must be looked up before a tenant is known. Keys are unique over the platform within a kind; secrets (tokens, keys) go in as hashes only.
 * Joins the running unit of work, or opens a platform unit.
 */
public interface Directory {
    Optional<Entry> find(Kind kind, String key);

    /** @throws io.mtandao.api.Conflict when the key is taken */
    void claim(Kind kind, String key, TenantId tenant, String ref);

    void release(Kind kind, String key);

    List<Entry> ofTenant(TenantId tenant, Kind kind);

    enum Kind {
        SLUG,
        HOST,
        SESSION,
        API_KEY,
        RESET,
        CALLBACK,
        NAS
    }

    record Entry(Kind kind, String key, TenantId tenant, String ref) {}
}

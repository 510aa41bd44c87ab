package io.mtandao.api.tenant;

import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Page;
import io.mtandao.api.Permission;
import java.time.Instant;
import java.util.Set;

/** Keys for programs. A key never has more than its maker. */
public interface ApiKeys {
    Page<ApiKey> list(Caller caller, ListQuery query);

    NewKey create(Caller caller, String name, Set<Permission> scopes);

    void revoke(Caller caller, long id);

    record ApiKey(long id, String name, String hint, Set<Permission> scopes, Instant createdAt, Instant lastUsedAt) {}

    /** @param key shown this once, kept hashed */
    record NewKey(long id, String key) {}
}

package io.mtandao.tenant.internal;

import io.mtandao.api.Caller;
import io.mtandao.api.Forbidden;
import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.NotFound;
import io.mtandao.api.Page;
import io.mtandao.api.Permission;
import io.mtandao.api.tenant.ApiKeys;
import io.mtandao.api.tenant.AuditLog;
import io.mtandao.persistence.Directory;
import io.mtandao.persistence.Directory.Kind;
import io.mtandao.persistence.Listing;
import io.mtandao.persistence.TenantTx;
import io.mtandao.tenant.internal.entity.ApiKeyRow;
import io.mtandao.tenant.internal.rule.LikeText;
import io.mtandao.tenant.internal.secret.Randomness;
import io.mtandao.tenant.internal.secret.Tokens;
import java.util.Map;
import java.util.Set;
import javax.persistence.EntityManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keys for programs. They are ways in, like accounts, so the permissions on staff rule them. */
@Component
public final class JpaApiKeys implements ApiKeys {
    private static final Listing<ApiKeyRow> KEYS = Listing.of(ApiKeyRow.class)
            .sort("name", "name", ApiKeyRow::getName)
            .search((text, w) -> w.and("lower(e.name) like ? escape '!'", LikeText.containing(text)));

    private final TenantTx tx;
    private final Directory directory;
    private final AuditLog audit;
    private final Randomness random;

    @Activate
    public JpaApiKeys(@Reference TenantTx tx, @Reference Directory directory, @Reference AuditLog audit, @Reference Randomness random) {
        this.tx = tx;
        this.directory = directory;
        this.audit = audit;
        this.random = random;
    }

    @Override
    public Page<ApiKey> list(Caller caller, ListQuery query) {
        caller.require(Permission.STAFF_READ);
        return tx.in(caller.tenant(), em -> KEYS.page(em, query, ApiKeyRow::toApiKey));
    }

    @Override
    public NewKey create(Caller caller, String name, Set<Permission> scopes) {
        caller.require(Permission.STAFF_WRITE);
        // impersonation ends by itself; a key that it left behind would not
        if (caller.kind() == Caller.Kind.OPERATOR) throw new Forbidden("an operator makes no keys in an ISP");
        new Invalid.Check().notBlank(name, "name", 80).that(scopes != null && !scopes.isEmpty(), "scopes", "choose at least one").orThrow();
        scopes.forEach(caller::require);
        String key = Tokens.API_KEY.next(random);
        return tx.in(caller.tenant(), em -> {
            ApiKeyRow row = new ApiKeyRow(name.strip(), key.substring(key.length() - 4), scopes, Tokens.hash(key), maker(em, caller));
            em.persist(row);
            em.flush();
            directory.claim(Kind.API_KEY, row.getKeyHash(), caller.tenant(), String.valueOf(row.getId()));
            audit.record(caller, "api-key.create", row.subject(), null, toAudit(row));
            return new NewKey(row.getId(), key);
        });
    }

    @Override
    public void revoke(Caller caller, long id) {
        caller.require(Permission.STAFF_WRITE);
        tx.run(caller.tenant(), em -> {
            ApiKeyRow row = em.find(ApiKeyRow.class, id);
            if (row == null) throw new NotFound("API key");
            directory.release(Kind.API_KEY, row.getKeyHash());
            em.remove(row);
            audit.record(caller, "api-key.revoke", row.subject(), toAudit(row), null);
        });
    }

    /** A key made with a key belongs to the person behind the first one. */
    private static Long maker(EntityManager em, Caller caller) {
        return switch (caller.kind()) {
            case STAFF -> Long.valueOf(caller.id());
            case API_KEY -> em.find(ApiKeyRow.class, Long.valueOf(caller.id())).getMakerId();
            case OPERATOR, SYSTEM -> null;
        };
    }

    private static Map<String, Object> toAudit(ApiKeyRow row) {
        return Map.of("name", row.getName(), "scopes", row.getScopeText());
    }
}

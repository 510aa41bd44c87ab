package io.mtandao.rest.internal.idempotency;

import io.mtandao.api.Conflict;
import io.mtandao.api.TenantId;
import io.mtandao.persistence.TenantTx;
import io.mtandao.rest.internal.entity.KeptReply;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Kept in the tenant's own rows; what is over a day old goes with the next key that the tenant uses. */
@Component(service = IdempotencyStore.class)
public final class JpaIdempotencyStore implements IdempotencyStore {
    private static final Duration KEPT = Duration.ofHours(24);
    private final TenantTx tx;
    private final Clock clock;

    @Activate
    public JpaIdempotencyStore(@Reference TenantTx tx, @Reference Clock clock) {
        this.tx = tx;
        this.clock = clock;
    }

    @Override
    public Begun begin(TenantId tenant, String caller, String key, String fingerprint) {
        try {
            return tx.in(tenant, em -> {
                em.createQuery("delete from KeptReply r where r.createdAt < ?1").setParameter(1, clock.instant().minus(KEPT)).executeUpdate();
                Optional<KeptReply> before = find(em, caller, key);
                if (before.isPresent()) return again(before.get(), fingerprint);
                em.persist(new KeptReply(caller, key, fingerprint));
                return new Begun(Outcome.FRESH, null);
            });
        } catch (Conflict twin) {
            // the same key came in twice at the same moment, and the other was first
            return tx.in(tenant, em -> find(em, caller, key).map(r -> again(r, fingerprint)).orElse(new Begun(Outcome.UNFINISHED, null)));
        }
    }

    @Override
    public void finish(TenantId tenant, String caller, String key, Kept kept) {
        String headers = kept.headers().entrySet().stream().map(h -> h.getKey() + ":" + h.getValue()).collect(Collectors.joining("\n"));
        tx.run(tenant, em -> find(em, caller, key).ifPresent(r -> r.finish(kept.status(), headers, kept.body())));
    }

    @Override
    public void release(TenantId tenant, String caller, String key) {
        tx.run(tenant, em -> find(em, caller, key).ifPresent(em::remove));
    }

    private static Optional<KeptReply> find(EntityManager em, String caller, String key) {
        return em.createQuery("select r from KeptReply r where r.caller = ?1 and r.key = ?2", KeptReply.class).setParameter(1, caller).setParameter(2, key).getResultStream().findFirst();
    }

    private static Begun again(KeptReply row, String fingerprint) {
        if (!row.getFingerprint().equals(fingerprint)) return new Begun(Outcome.DIFFERENT, null);
        if (row.getStatus() == null) return new Begun(Outcome.UNFINISHED, null);
        return new Begun(Outcome.REPLAY, new Kept(row.getStatus(), headers(row.getHeaders()), row.getBody() == null ? new byte[0] : row.getBody()));
    }

    private static Map<String, String> headers(String lines) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (lines != null) lines.lines().forEach(l -> headers.put(l.substring(0, l.indexOf(':')), l.substring(l.indexOf(':') + 1)));
        return headers;
    }
}

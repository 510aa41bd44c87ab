package io.mtandao.billing.internal.kit;

import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.NotFound;
import io.mtandao.api.Page;
import io.mtandao.api.TenantId;
import io.mtandao.api.router.Router;
import io.mtandao.api.router.Routers;
import io.mtandao.api.tenant.AuditLog;
import io.mtandao.api.tenant.Settings;
import io.mtandao.api.tenant.TenantSettings;
import io.mtandao.api.work.DomainEvent;
import io.mtandao.api.work.Events;
import io.mtandao.persistence.TenantTx;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The neighbours of billing, which remember what they were told once it was committed. */
public final class Fakes {
    private Fakes() {}

    public static final class RecordedEvents implements Events {
        private final TenantTx tx;
        private final List<DomainEvent> raised = Collections.synchronizedList(new ArrayList<>());

        RecordedEvents(TenantTx tx) {
            this.tx = tx;
        }

        @Override
        public void raise(TenantId tenant, DomainEvent event) {
            if (!tx.running()) throw new IllegalStateException("outside a unit of work");
            tx.afterCommit(() -> raised.add(event));
        }

        /** What was raised since the last call. */
        public List<DomainEvent> taken() {
            synchronized (raised) {
                List<DomainEvent> all = List.copyOf(raised);
                raised.clear();
                return all;
            }
        }
    }

    public record Audited(String action, String subject, Map<String, ?> before, Map<String, ?> after) {
        /** Before, to be asked for entries. */
        public Map<String, Object> was() {
            return Collections.unmodifiableMap(before);
        }

        /** Likewise after. */
        public Map<String, Object> is() {
            return Collections.unmodifiableMap(after);
        }
    }

    public static final class RecordedAudit implements AuditLog {
        private final TenantTx tx;
        public final List<Audited> entries = Collections.synchronizedList(new ArrayList<>());

        RecordedAudit(TenantTx tx) {
            this.tx = tx;
        }

        @Override
        public void record(Caller caller, String action, String subject, Map<String, ?> before, Map<String, ?> after) {
            tx.afterCommit(() -> entries.add(new Audited(action, subject, before, after)));
        }

        public Audited last() {
            return entries.get(entries.size() - 1);
        }

        @Override
        public Page<Entry> list(Caller caller, ListQuery query) {
            return new Page<>(List.of(), null);
        }
    }

    public static final class FixedSettings implements Settings {
        private final String country;
        private final String zone;
        public String currency;

        public FixedSettings(String country, String currency, String zone) {
            this.country = country;
            this.currency = currency;
            this.zone = zone;
        }

        @Override
        public TenantSettings get(Caller caller) {
            return new TenantSettings(0, "ISP", "isp", null, country, currency, zone, "en", "VAT", 1600, 0, null, null, null, null, "sms");
        }

        @Override
        public TenantSettings update(Caller caller, TenantSettings changed) {
            throw new UnsupportedOperationException();
        }
    }

    /** Knows routers by id only, and what is on them. */
    public static final class KnownRouters implements Routers {
        public final TreeSet<Long> ids = new TreeSet<>();
        public List<Secret> secrets = List.of();
        public List<Profile> profiles = List.of();

        @Override
        public Router get(Caller caller, long id) {
            if (!ids.contains(id)) throw new NotFound("router");
            return new Router(id, 0, "R" + id, "mikrotik", "10.0.0.1", 8729, "api", true, null, Router.Health.UP, "", null, 0, 0);
        }

        @Override
        public List<Secret> secrets(Caller caller, long id) {
            return secrets;
        }

        @Override
        public List<Profile> profiles(Caller caller, long id) {
            return profiles;
        }

        @Override
        public Page<Router> list(Caller caller, ListQuery query) {
            return new Page<>(List.of(), null);
        }

        @Override
        public Router create(Caller caller, Draft draft) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Router update(Caller caller, long id, int version, Draft draft) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void delete(Caller caller, long id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Probe test(Caller caller, long id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<NetworkState> state(Caller caller, long subscriptionId) {
            return Optional.empty();
        }

        @Override
        public List<NetworkState> failing(Caller caller, int most) {
            return List.of();
        }

        @Override
        public void sync(Caller caller, long subscriptionId) {}
    }
}

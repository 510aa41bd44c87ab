package io.mtandao.testing.fake;

import io.mtandao.api.TenantId;
import io.mtandao.api.tenant.AuditLog;
import io.mtandao.api.work.DomainEvent;
import io.mtandao.api.work.Events;
import io.mtandao.api.work.Jobs;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stand-ins for the services of other bundles, for tests of one bundle. What a test does not expect to be called fails. */
public final class Fakes {
    private Fakes() {}

    /** A service of which only the methods of {@code part} exist (found by name and parameter types); every other call fails. */
    public static <T> T partly(Class<T> type, Object part) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (method.getDeclaringClass() == Object.class) return method.invoke(part, args);
            try {
                Method m = part.getClass().getMethod(method.getName(), method.getParameterTypes());
                m.setAccessible(true);
                return m.invoke(part, args);
            } catch (NoSuchMethodException e) {
                throw new AssertionError(type.getSimpleName() + "." + method.getName() + " is not expected to be called here");
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    /** @param data null when none was given */
    public record Job(TenantId tenant, String job, String key, Instant at, String data) {}

    /** Remembers what was scheduled. */
    public static final class RecordedJobs implements Jobs {
        public final List<Job> scheduled = new CopyOnWriteArrayList<>();

        @Override
        public void schedule(TenantId tenant, String job, String key, Instant at, String data) {
            scheduled.add(new Job(tenant, job, key, at, data));
        }

        @Override
        public void cancel(TenantId tenant, String job, String key) {
            scheduled.removeIf(j -> j.tenant().equals(tenant) && j.job().equals(job) && j.key().equals(key));
        }
    }

    /** Remembers what was raised. */
    public static final class RecordedEvents implements Events {
        public final List<DomainEvent> raised = new CopyOnWriteArrayList<>();

        @Override
        public void raise(TenantId tenant, DomainEvent event) {
            raised.add(event);
        }
    }

    /** Remembers actions and subjects, for example "router.create router/1". */
    public static final class RecordedAudit {
        public final List<String> entries = new CopyOnWriteArrayList<>();

        public void record(io.mtandao.api.Caller caller, String action, String subject, java.util.Map<String, ?> before, java.util.Map<String, ?> after) {
            entries.add(action + " " + subject);
        }

        public AuditLog log() {
            return partly(AuditLog.class, this);
        }
    }
}

package io.mtandao.persistence.internal;

import io.mtandao.persistence.TenantTx.Action;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.persistence.EntityManager;
import org.slf4j.LoggerFactory;

/** The unit of work running on this thread. The thread-bound state lives here alone, and only between begin and end. */
final class UnitOfWork {
    private static final ThreadLocal<UnitOfWork> CURRENT = new ThreadLocal<>();
    private final String tenant;
    private final Deque<Action> beforeCommit = new ArrayDeque<>();
    private final Map<Class<?>, Object> gathered = new HashMap<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private EntityManager em;

    private UnitOfWork(String tenant) {
        this.tenant = tenant;
    }

    /** @param tenant null for a platform unit */
    static UnitOfWork begin(String tenant) {
        if (CURRENT.get() != null) throw new IllegalStateException("a unit of work is running");
        UnitOfWork unit = new UnitOfWork(tenant);
        CURRENT.set(unit);
        return unit;
    }

    static UnitOfWork current() {
        return CURRENT.get();
    }

    static UnitOfWork running() {
        UnitOfWork unit = CURRENT.get();
        if (unit == null) throw new IllegalStateException("no unit of work is running");
        return unit;
    }

    static void end() {
        CURRENT.remove();
    }

    String tenant() {
        return tenant;
    }

    void use(EntityManager em) {
        this.em = em;
    }

    EntityManager em() {
        if (em == null) throw new IllegalStateException("the unit of work has not begun");
        return em;
    }

    void beforeCommit(Action action) {
        beforeCommit.add(action);
    }

    /** Nothing when the unit is to be rolled back anyway: its commit then says so. */
    void runBeforeCommit() throws Exception {
        while (!beforeCommit.isEmpty() && !em.getTransaction().getRollbackOnly()) beforeCommit.remove().on(em);
    }

    <T> T gathered(Class<T> key, Supplier<T> made) {
        return key.cast(gathered.computeIfAbsent(key, k -> made.get()));
    }

    void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    void runAfterCommit() {
        for (Runnable action : afterCommit) {
            try {
                action.run();
            } catch (RuntimeException e) {
                LoggerFactory.getLogger(UnitOfWork.class).error("after a commit", e);
            }
        }
    }
}

package io.mtandao.testing.db;

import io.mtandao.api.TenantId;
import io.mtandao.persistence.TenantTx;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.persistence.EntityManager;
import javax.sql.DataSource;

/**
 * Lets two units of work lose no chance to collide: the first two that are about to make a row of one kind wait for each other there. Both have looked and found
 * nothing, so the unique key lets only one of them through.
 */
public final class MeetingTx implements TenantTx {
    private static final int UNITS = 2;
    private final TenantTx real;
    private final Class<?> row;
    private final CyclicBarrier meeting = new CyclicBarrier(UNITS);
    private final AtomicInteger came = new AtomicInteger();

    public MeetingTx(TenantTx real, Class<?> row) {
        this.real = real;
        this.row = row;
    }

    /** How often such a row was about to be made: more than twice when a loser tried again without finding it. */
    public int came() {
        return came.get();
    }

    @Override
    public <R> R in(TenantId tenant, Work<R> work) {
        return real.in(tenant, em -> work.on(watched(em)));
    }

    private EntityManager watched(EntityManager em) {
        return (EntityManager) Proxy.newProxyInstance(MeetingTx.class.getClassLoader(), new Class<?>[] {EntityManager.class}, (proxy, method, args) -> {
            if (method.getName().equals("persist") && row.isInstance(args[0]) && came.incrementAndGet() <= UNITS) meeting.await(20, TimeUnit.SECONDS);
            try {
                return method.invoke(em, args);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    @Override
    public <R> R platform(String reason, Work<R> work) {
        return real.platform(reason, work);
    }

    @Override
    public void beforeCommit(Action action) {
        real.beforeCommit(action);
    }

    @Override
    public <T> T perUnit(Class<T> key, Supplier<T> made) {
        return real.perUnit(key, made);
    }

    @Override
    public void afterCommit(Runnable action) {
        real.afterCommit(action);
    }

    @Override
    public DataSource joined() {
        return real.joined();
    }

    @Override
    public boolean running() {
        return real.running();
    }
}

package io.mtandao.persistence.internal;

import io.mtandao.api.Conflict;
import io.mtandao.api.Stale;
import io.mtandao.api.TenantId;
import io.mtandao.persistence.LostRace;
import io.mtandao.persistence.TenantEntity;
import io.mtandao.persistence.TenantTx;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.OptimisticLockException;
import javax.sql.DataSource;
import org.eclipse.persistence.internal.databaseaccess.DatabaseAccessor;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.sessions.UnitOfWork.CommitOrderType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Units of work over the platform's one persistence unit: a new EntityManager each, one connection each, one tenant each. */
@Component
public final class JpaTenantTx implements TenantTx {
    private static final Logger LOG = LoggerFactory.getLogger(JpaTenantTx.class);
    private static final IdOrder ID_ORDER = new IdOrder();
    private static final int TRIES = 3;
    /** A race for one key is lost once; more often only when the row is made and removed again and again. */
    private static final int RACES = 10;

    /** Mandatory but dynamic: this service lives exactly as long as some factory of the unit is there. */
    @Reference(target = "(osgi.unit.name=mtandao)", policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile EntityManagerFactory factory;

    @Activate
    public JpaTenantTx(@Reference Clock clock) {
        TenantEntity.tellTime(clock);
    }

    /** For tests outside OSGi. */
    public JpaTenantTx(Clock clock, EntityManagerFactory factory) {
        this(clock);
        this.factory = factory;
    }

    @Override
    public <R> R in(TenantId tenant, Work<R> work) {
        Objects.requireNonNull(tenant, "no tenant");
        UnitOfWork outer = UnitOfWork.current();
        if (outer == null) return outermost(tenant.value(), work);
        if (!tenant.value().equals(outer.tenant())) throw new IllegalStateException("a unit of work of another tenant is running");
        return joined(outer, work);
    }

    @Override
    public <R> R platform(String reason, Work<R> work) {
        LOG.trace("platform unit: {}", reason);
        UnitOfWork outer = UnitOfWork.current();
        return outer == null ? outermost(null, work) : joined(outer, work);
    }

    private static <R> R joined(UnitOfWork outer, Work<R> work) {
        try {
            return work.on(outer.em());
        } catch (RuntimeException | Error e) {
            // the outer unit cannot know what the inner one left half done
            outer.em().getTransaction().setRollbackOnly();
            throw e;
        } catch (Exception e) {
            outer.em().getTransaction().setRollbackOnly();
            throw new IllegalStateException(e);
        }
    }

    private <R> R outermost(String tenant, Work<R> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(tenant, work);
            } catch (RuntimeException e) {
                String state = DatabaseFault.state(e);
                if (attempt < RACES && lostRace(e)) {
                    LOG.debug("unit of work lost a race for a new row, try {} of {}", attempt + 1, RACES);
                    continue; // without a pause: the key was refused because the winner has committed
                }
                if (attempt < TRIES && DatabaseFault.isDeadlock(state)) {
                    LOG.debug("unit of work was the victim of a deadlock, try {} of {}", attempt + 1, TRIES);
                    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(5_000_000, 50_000_000L * attempt));
                    continue;
                }
                throw translated(e, state);
            }
        }
    }

    private <R> R once(String tenant, Work<R> work) {
        UnitOfWork unit = UnitOfWork.begin(tenant);
        boolean committed = false;
        try {
            EntityManager em = factory.createEntityManager(tenant == null ? Map.of() : Map.of("eclipselink.tenant-id", tenant));
            unit.use(em);
            try {
                em.getTransaction().begin();
                em.unwrap(Connection.class); // pins one connection for the whole transaction
                writeWell(em.unwrap(UnitOfWorkImpl.class));
                R result = work.on(em);
                unit.runBeforeCommit();
                em.getTransaction().commit();
                committed = true;
                return result;
            } finally {
                if (em.getTransaction().isActive()) em.getTransaction().rollback();
                em.close();
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            UnitOfWork.end();
            if (committed) unit.runAfterCommit();
        }
    }

    private static void writeWell(UnitOfWorkImpl unit) {
        unit.getEventManager().addListener(ID_ORDER);
        if (unit.getPlatform().isPostgreSQL() && unit.getAccessor() instanceof DatabaseAccessor a)
            a.setActiveBatchWritingMechanism(new ArrayBatches(a, () -> unit.getCommitOrder() == CommitOrderType.CHANGES));
    }

    private static boolean lostRace(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) if (t instanceof LostRace) return true;
        return false;
    }

    private static RuntimeException translated(RuntimeException e, String state) {
        for (Throwable t = e; t != null; t = t.getCause())
            if (t instanceof OptimisticLockException || t instanceof org.eclipse.persistence.exceptions.OptimisticLockException) return new Stale("record");
        if (DatabaseFault.isDuplicate(state)) {
            LOG.debug("unique key", e);
            return new Conflict("there is one like this already");
        }
        return e;
    }

    @Override
    public void beforeCommit(Action action) {
        UnitOfWork.running().beforeCommit(action);
    }

    @Override
    public <T> T perUnit(Class<T> key, Supplier<T> made) {
        return UnitOfWork.running().gathered(key, made);
    }

    @Override
    public void afterCommit(Runnable action) {
        UnitOfWork unit = UnitOfWork.current();
        if (unit == null) action.run();
        else unit.afterCommit(action);
    }

    @Override
    public boolean running() {
        return UnitOfWork.current() != null;
    }

    @Override
    public DataSource joined() {
        return JoinedDataSource.over(() -> {
            UnitOfWork unit = UnitOfWork.current();
            if (unit == null) throw new SQLException("no unit of work is running");
            return unit.em();
        });
    }
}

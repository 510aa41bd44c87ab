package io.mtandao.persistence.internal;

import io.mtandao.api.TenantId;
import io.mtandao.persistence.LostRace;
import io.mtandao.persistence.Series;
import io.mtandao.persistence.TenantTx;
import io.mtandao.persistence.internal.entity.NumberSeries;
import java.util.List;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Series as locked rows: the lock makes them gapless, at the price that units that number the same series wait for each other. */
@Component
public final class JpaSeries implements Series {
    private final TenantTx tx;

    @Activate
    public JpaSeries(@Reference TenantTx tx) {
        this.tx = tx;
    }

    @Override
    public long next(TenantId tenant, String series, int count) {
        if (count < 1) throw new IllegalArgumentException("at least one number");
        if (!tx.running()) throw new IllegalStateException("a number is given within a unit of work only");
        return tx.in(tenant, em -> {
            NumberSeries row = locked(em, series);
            long first = row.advance();
            if (count > 1) row.atLeast(first + count - 1);
            em.flush();
            return first;
        });
    }

    @Override
    public void atLeast(TenantId tenant, String series, long number) {
        tx.run(tenant, em -> locked(em, series).atLeast(number));
    }

    private static NumberSeries locked(EntityManager em, String name) {
        List<NumberSeries> found = em.createQuery("select s from NumberSeries s where s.name = ?1", NumberSeries.class)
            .setParameter(1, name).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
        return found.isEmpty() ? LostRace.made(em, new NumberSeries(name)) : found.get(0);
    }
}

package io.mtandao.billing.internal.bill;

import io.mtandao.api.NotFound;
import io.mtandao.api.TenantId;
import io.mtandao.api.billing.Charging;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.api.work.JobHandler;
import io.mtandao.billing.internal.books.Books;
import io.mtandao.billing.internal.catalogue.EditionBook;
import io.mtandao.billing.internal.desk.BillingDesk;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.entity.WalletRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An edition for all of a postpaid package has begun: those whose period runs in another rhythm turn to it, each in a unit of work. Harmless to repeat. */
@Component
public final class RhythmJob implements JobHandler {
    private static final Logger LOG = LoggerFactory.getLogger(RhythmJob.class);
    private static final int PAGE = 500;
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(10);
    private final BillingDesk desk;
    private final Books books;
    private final Sheets sheets;
    private final Postpaid postpaid;

    @Activate
    public RhythmJob(@Reference BillingDesk desk, @Reference Books books, @Reference Sheets sheets, @Reference Postpaid postpaid) {
        this.desk = desk;
        this.books = books;
        this.sheets = sheets;
        this.postpaid = postpaid;
    }

    @Override
    public String name() {
        return EditionBook.RHYTHM;
    }

    @Override
    public Instant run(TenantId tenant, String key, String data) {
        long packageId = Long.parseLong(key);
        boolean failed = false;
        List<Long> page;
        long last = 0;
        do {
            long after = last;
            page = desk.open(tenant, name(), d -> served(d, packageId, after));
            for (long id : page) failed |= !turned(tenant, id);
            if (!page.isEmpty()) last = page.get(page.size() - 1);
        } while (page.size() == PAGE);
        return failed ? desk.open(tenant, name(), d -> d.now().plus(AFTER_FAILURE)) : null;
    }

    private static List<Long> served(Desk d, long packageId, long after) {
        String jpql = "select s.id from SubscriptionRow s where s.packageId = ?1 and s.id > ?2 and s.charging = ?3 and s.state in ?4 order by s.id";
        return d.em().createQuery(jpql, Long.class)
            .setParameter(1, packageId).setParameter(2, after).setParameter(3, Charging.POSTPAID).setParameter(4, SubscriptionState.SERVED)
            .setMaxResults(PAGE).getResultList();
    }

    /** @return false when it is to be tried again; whatever else touches the subscription first turns it as well */
    private boolean turned(TenantId tenant, long id) {
        try {
            return desk.open(tenant, name(), d -> {
                WalletRow wallet = books.walletOfSubscription(d, id);
                SubscriptionRow s = d.find(SubscriptionRow.class, id, "subscription");
                Sheet sheet = sheets.of(d, s);
                while (postpaid.turn(d, sheet, s, wallet)) LOG.debug("tenant {}: subscription {} runs in another rhythm now", tenant, id);
                return true;
            });
        } catch (NotFound deletedMeanwhile) {
            return true;
        } catch (RuntimeException e) {
            LOG.warn("tenant {}: subscription {} could not be turned to the new rhythm of its package, it is tried again in {}", tenant, id, AFTER_FAILURE, e);
            return false;
        }
    }
}

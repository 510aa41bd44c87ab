package io.mtandao.payment.internal;

import io.mtandao.api.Caller;
import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.Page;
import io.mtandao.api.payment.Payment;
import io.mtandao.api.payment.PaymentRequest;
import io.mtandao.api.payment.Payments.Takings;
import io.mtandao.api.tenant.Settings;
import io.mtandao.api.tenant.TenantSettings;
import io.mtandao.payment.internal.entity.PaymentRow;
import io.mtandao.payment.internal.entity.PromptRow;
import io.mtandao.persistence.Listing;
import io.mtandao.persistence.TenantTx;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lists and sums of payments and prompts, all done by the database. */
@Component(service = PaymentLists.class)
public final class PaymentLists {
    private static final Listing<PromptRow> PROMPTS = Listing.of(PromptRow.class)
        .filter("subscriberId", (text, where) -> where.and("e.subscriberId = ?", id(text)))
        .filter("method", (text, where) -> where.and("e.method = ?", text))
        .filter("state", (text, where) -> where.and("e.state = ?", oneOf(PaymentRequest.State.class, text)));

    private final TenantTx tx;
    private final Settings settings;
    private final Clock clock;

    @Activate
    public PaymentLists(@Reference TenantTx tx, @Reference Settings settings, @Reference Clock clock) {
        this.tx = tx;
        this.settings = settings;
        this.clock = clock;
    }

    Page<Payment> payments(Caller caller, ListQuery query) {
        return tx.in(caller.tenant(), em -> listing(caller).page(em, query, PaymentRow::toPayment));
    }

    long count(Caller caller, ListQuery query) {
        return tx.in(caller.tenant(), em -> listing(caller).count(em, query));
    }

    Page<PaymentRequest> prompts(Caller caller, ListQuery query) {
        return tx.in(caller.tenant(), em -> PROMPTS.page(em, query, PromptRow::toRequest));
    }

    private Listing<PaymentRow> listing(Caller caller) {
        ZoneId zone = of(caller).zone();
        return Listing.of(PaymentRow.class)
            .sort("paidAt", "paidAt", PaymentRow::getPaidAt)
            .sort("amount", "amount", PaymentRow::getAmount)
            .filter("subscriberId", (text, where) -> where.and("e.subscriberId = ?", id(text)))
            .filter("method", (text, where) -> where.and("e.method = ?", text))
            .filter("state", (text, where) -> where.and("e.state = ?", oneOf(Payment.State.class, text)))
            .filter("from", (text, where) -> where.and("e.paidAt >= ?", time("from", text, zone, 0)))
            .filter("to", (text, where) -> where.and("e.paidAt < ?", time("to", text, zone, 1)))
            .search((text, where) -> {
                String like = "%" + text.toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
                where.and("lower(e.receiptNo) like ? escape '!' or lower(e.providerReceipt) like ? escape '!' or lower(e.reference) like ? escape '!'"
                    + " or lower(e.payer) like ? escape '!'", like, like, like, like);
            });
    }

    /** Today and this month as the ISP's clock has them; by when it was paid, matched or not. */
    Takings takings(Caller caller) {
        TenantSettings s = of(caller);
        LocalDate today = LocalDate.ofInstant(clock.instant(), s.zone());
        Instant day = today.atStartOfDay(s.zone()).toInstant(), month = today.withDayOfMonth(1).atStartOfDay(s.zone()).toInstant();
        return tx.in(caller.tenant(), em -> {
            Object[] unmatched = em.createQuery("select count(e), sum(e.amount) from PaymentRow e where e.state = ?1", Object[].class)
                .setParameter(1, Payment.State.UNMATCHED).getSingleResult();
            Instant last = em.createQuery("select max(e.paidAt) from PaymentRow e", Instant.class).getSingleResult();
            return new Takings(since(em, day, s), since(em, month, s), (Long) unmatched[0], money(unmatched[1], s), last);
        });
    }

    private static Money since(EntityManager em, Instant from, TenantSettings s) {
        return money(em.createQuery("select sum(e.amount) from PaymentRow e where e.paidAt >= ?1", Long.class).setParameter(1, from).getSingleResult(), s);
    }

    private static Money money(Object sum, TenantSettings s) {
        return Money.of(sum == null ? 0 : ((Number) sum).longValue(), s.currency());
    }

    private TenantSettings of(Caller caller) {
        return settings.get(Caller.system(caller.tenant(), "payment"));
    }

    private static long id(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Invalid.field("subscriberId", "must be an id");
        }
    }

    private static <E extends Enum<E>> E oneOf(Class<E> type, String text) {
        for (E e : type.getEnumConstants()) if (e.name().equalsIgnoreCase(text)) return e;
        throw Invalid.field("state", "one of " + Arrays.stream(type.getEnumConstants()).map(e -> e.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", ")));
    }

    /** @param days added to a bare date: a range "to" a day includes it */
    private static Instant time(String filter, String text, ZoneId zone, int days) {
        try {
            return text.length() == 10 ? LocalDate.parse(text).plusDays(days).atStartOfDay(zone).toInstant() : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Invalid.field(filter, "must be a day like 2026-12-22 or a time like 2026-12-22T10:15:00Z");
        }
    }
}

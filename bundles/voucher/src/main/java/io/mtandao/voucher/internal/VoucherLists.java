package io.mtandao.voucher.internal;

import io.mtandao.api.Caller;
import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.NotFound;
import io.mtandao.api.Page;
import io.mtandao.api.voucher.Voucher;
import io.mtandao.api.voucher.Voucher.State;
import io.mtandao.api.voucher.VoucherBatch;
import io.mtandao.api.voucher.VoucherBatch.Counts;
import io.mtandao.api.voucher.Vouchers.ReportLine;
import io.mtandao.persistence.Listing;
import io.mtandao.persistence.Listing.Where;
import io.mtandao.voucher.internal.entity.BatchRow;
import io.mtandao.voucher.internal.entity.VoucherRow;
import io.mtandao.voucher.internal.rule.CodeHash;
import io.mtandao.voucher.internal.rule.Phones;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lists, the report and what a phone has left; a constant number of queries each. */
@Component(service = VoucherLists.class)
public final class VoucherLists {
    private static final int REUSABLE = 50;
    private static final Listing<BatchRow> BATCHES = Listing.of(BatchRow.class)
        .sort("name", "name", BatchRow::getName)
        .filter("packageId", (text, where) -> where.and("e.packageId = ?", id("packageId", text)))
        .search((text, where) -> where.and("lower(e.name) like ? escape '!'",
            "%" + text.toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%"));

    private final Office office;
    private final Pepper pepper;
    private final VoucherViews views;

    @Activate
    public VoucherLists(@Reference Office office, @Reference Pepper pepper, @Reference VoucherViews views) {
        this.office = office;
        this.pepper = pepper;
        this.views = views;
    }

    Page<VoucherBatch> batches(Caller caller, ListQuery query) {
        return office.open(caller, d -> {
            Page<BatchRow> page = BATCHES.page(d.em(), query, b -> b);
            return new Page<>(views.batches(d, page.items()), page.next());
        });
    }

    VoucherBatch batch(Caller caller, long id) {
        return office.open(caller, d -> views.batch(d, d.batch(id)));
    }

    Page<Voucher> vouchers(Caller caller, ListQuery query) {
        CodeHash hash = pepper.hash();
        return office.open(caller, d -> {
            Page<VoucherRow> page = listing(d, hash).page(d.em(), query, v -> v);
            return new Page<>(views.vouchers(d, page.items()), page.next());
        });
    }

    Voucher voucher(Caller caller, long id) {
        return office.open(caller, d -> {
            VoucherRow row = d.em().find(VoucherRow.class, id);
            if (row == null) throw new NotFound("voucher");
            return views.voucher(d, row, d.batch(row.getBatchId()));
        });
    }

    /** States as they are now, though the night has not written them yet. */
    private static Listing<VoucherRow> listing(Desk d, CodeHash hash) {
        return Listing.of(VoucherRow.class)
            .filter("batchId", (text, where) -> where.and("e.batchId = ?", id("batchId", text)))
            .filter("subscriberId", (text, where) -> where.and("e.subscriberId = ?", id("subscriberId", text)))
            .filter("phone", (text, where) -> where.and("e.phone = ?", Phones.e164(text, d.isp().country())))
            .filter("state", (text, where) -> state(where, text, d.now()))
            .search((text, where) -> where.and("e.codeHash = ?", hash.of(text)));
    }

    private static void state(Where where, String text, Instant now) {
        State state;
        try {
            state = State.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Invalid.field("state", "one of unused, used, over, withdrawn");
        }
        switch (state) {
            case UNUSED -> where.and("e.state = ? and (e.sellBy is null or e.sellBy > ?)", State.UNUSED, now);
            case OVER -> where.and("e.state = ? or (e.state = ? and e.sellBy <= ?)", State.OVER, State.UNUSED, now);
            default -> where.and("e.state = ?", state);
        }
    }

    private static long id(String filter, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Invalid.field(filter, "must be an id");
        }
    }

    /** Newest first. */
    List<Voucher> reusable(Caller caller, String phone) {
        return office.open(caller, d -> {
            String number = Phones.e164(phone, d.isp().country());
            if (number == null) throw Invalid.field("phone", "must be given");
            List<VoucherRow> rows = d.em().createQuery("select v from VoucherRow v where v.phone = ?1 and v.state = ?2 and v.validUntil > ?3"
                + " order by v.id desc", VoucherRow.class).setParameter(1, number).setParameter(2, State.USED).setParameter(3, d.now())
                .setMaxResults(REUSABLE).getResultList();
            return views.vouchers(d, rows);
        });
    }

    List<ReportLine> report(Caller caller, Instant from, Instant to) {
        new Invalid.Check().that(from != null, "from", "must be given").that(to != null, "to", "must be given")
            .that(from == null || to == null || from.isBefore(to), "to", "must be after the begin").orThrow();
        return office.open(caller, d -> {
            List<BatchRow> made = d.em().createQuery("select b from BatchRow b where b.createdAt >= ?1 and b.createdAt < ?2"
                + " order by b.createdAt, b.id", BatchRow.class).setParameter(1, from).setParameter(2, to).getResultList();
            Tally tally = Tally.of(d, made);
            return made.stream().map(b -> line(b, tally.of(b))).toList();
        });
    }

    private static ReportLine line(BatchRow b, Counts c) {
        return new ReportLine(b.getId(), b.getName(), b.getValue(), b.getCodes(), c.used(), c.over(), c.withdrawn(), b.getValue().times(c.used()),
            b.getValue().times(c.unused()));
    }
}

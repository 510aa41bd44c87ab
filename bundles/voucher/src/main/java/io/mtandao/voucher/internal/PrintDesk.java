package io.mtandao.voucher.internal;

import io.mtandao.api.Caller;
import io.mtandao.api.Conflict;
import io.mtandao.api.billing.Papers.Paper;
import io.mtandao.api.tenant.TenantSettings;
import io.mtandao.api.voucher.Voucher.State;
import io.mtandao.voucher.internal.entity.BatchRow;
import io.mtandao.voucher.internal.entity.VoucherRow;
import io.mtandao.voucher.internal.print.CardSheet;
import io.mtandao.voucher.internal.print.CardText;
import io.mtandao.voucher.internal.rule.ShelfLife;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Prints the unused codes of a batch. Read in portions, so that neither the rows nor a database connection are held while pages are drawn. */
@Component(service = PrintDesk.class)
public final class PrintDesk {
    private static final int PORTION = 20 * CardSheet.PER_PAGE;
    private final Office office;
    private final VoucherViews views;

    @Activate
    public PrintDesk(@Reference Office office, @Reference VoucherViews views) {
        this.office = office;
        this.views = views;
    }

    /** What is to be printed, as it was when it was asked for. */
    private record Order(long id, String name, Instant sellBy, CardText text) {}

    private record Portion(List<String> codes, long last) {}

    /** @throws Conflict when no code of it is worth anything any more */
    Paper sheet(Caller caller, long batchId) {
        Order order = office.open(caller, d -> order(d, d.batch(batchId)));
        try (CardSheet sheet = new CardSheet(order.text)) {
            int codes = 0;
            Portion portion;
            long after = 0;
            do {
                long from = after;
                portion = office.open(caller, d -> portion(d, order, from));
                for (String code : portion.codes) sheet.add(code);
                codes += portion.codes.size();
                after = portion.last;
            } while (portion.codes.size() == PORTION);
            if (codes == 0) throw new Conflict("no unused code is left in this batch");
            byte[] file = sheet.finish();
            record(caller, order, codes);
            return new Paper("vouchers-" + fileName(order.name) + ".pdf", "application/pdf", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Order order(Desk d, BatchRow b) {
        String worth = b.getPackageId() == null ? b.getValue().toString() : b.getPackageName();
        LocalDate lastDay = b.getSellBy() == null ? null : ShelfLife.lastDay(b.getSellBy(), d.zone());
        TenantSettings isp = d.isp();
        CardText text = CardText.in(isp.language(), isp.name(), worth, lastDay, b.getDeviceLimit(), isp.supportPhone(), isp.primaryColour(), b.getName());
        return new Order(b.getId(), b.getName(), b.getSellBy(), text);
    }

    private Portion portion(Desk d, Order order, long after) {
        if (ShelfLife.isOver(order.sellBy, d.now())) return new Portion(List.of(), after);
        List<VoucherRow> rows = d.em().createQuery("select v from VoucherRow v where v.batchId = ?1 and v.state = ?2 and v.id > ?3"
            + " order by v.id", VoucherRow.class).setParameter(1, order.id).setParameter(2, State.UNUSED).setParameter(3, after)
            .setMaxResults(PORTION).getResultList();
        return new Portion(rows.stream().map(v -> views.code(d.tenant(), v)).toList(), rows.isEmpty() ? after : rows.get(rows.size() - 1).getId());
    }

    private void record(Caller caller, Order order, int codes) {
        office.open(caller, d -> {
            d.audit("voucher.print", BatchDesk.subject(order.id), null, Map.of("codes", codes));
            return codes;
        });
    }

    private static String fileName(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return plain.isEmpty() ? "batch" : plain;
    }
}

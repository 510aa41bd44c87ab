package io.mtandao.voucher.internal;

import io.mtandao.api.Caller;
import io.mtandao.api.Money;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.Packages;
import io.mtandao.api.billing.Taxes;
import io.mtandao.api.voucher.VoucherBatch;
import io.mtandao.api.voucher.Vouchers.BatchDraft;
import io.mtandao.persistence.SecretBox;
import io.mtandao.voucher.internal.entity.BatchRow;
import io.mtandao.voucher.internal.entity.VoucherRow;
import io.mtandao.voucher.internal.rule.BatchTerms;
import io.mtandao.voucher.internal.rule.ShelfLife;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes batches: first codes that nobody has, then all vouchers of the batch in one unit of work. So a batch is whole, or not there. */
@Component(service = BatchDesk.class)
public final class BatchDesk {
    private final Office office;
    private final Pepper pepper;
    private final CodeMint mint;
    private final SecretBox secrets;
    private final Packages packages;
    private final Taxes taxes;
    private final VoucherViews views;

    @Activate
    public BatchDesk(@Reference Office office, @Reference Pepper pepper, @Reference CodeMint mint, @Reference SecretBox secrets, @Reference Packages packages,
            @Reference Taxes taxes, @Reference VoucherViews views) {
        this.office = office;
        this.pepper = pepper;
        this.mint = mint;
        this.secrets = secrets;
        this.packages = packages;
        this.taxes = taxes;
        this.views = views;
    }

    VoucherBatch create(Caller caller, BatchDraft draft) {
        BatchTerms terms = office.open(caller, d -> terms(d, draft));
        Map<String, String> codes = mint.take(caller.tenant(), terms.prefix(), draft.length(), draft.count(), pepper.hash());
        return office.open(caller, d -> make(d, draft, terms, codes));
    }

    private BatchTerms terms(Desk d, BatchDraft draft) {
        InternetPackage sold = draft.packageId() == null ? null : packages.get(d.system(), draft.packageId());
        return BatchTerms.of(draft, sold, sold == null || sold.price() == null ? null : price(d, sold), d.isp().currency());
    }

    private Money price(Desk d, InternetPackage sold) {
        return sold.terms().taxIncluded() ? sold.price() : taxes.withTax(d.system(), sold.price(), sold.terms().taxCode());
    }

    private VoucherBatch make(Desk d, BatchDraft draft, BatchTerms terms, Map<String, String> codes) {
        BatchRow batch = new BatchRow(terms.name(), terms.prefix(), draft.count(), ShelfLife.sellBy(d.now(), draft.shelfDays(), d.zone()),
            draft.deviceLimit(), d.caller().name());
        batch.isWorth(terms.value(), terms.sold());
        d.em().persist(batch);
        List<VoucherRow> portion = new ArrayList<>();
        codes.forEach((hash, code) -> {
            portion.add(new VoucherRow(batch, hash, secrets.seal(d.tenant(), VoucherViews.CODE, code)));
            if (portion.size() == CodeMint.PORTION) write(d, portion);
        });
        write(d, portion);
        d.audit("voucher.create", subject(batch.getId()), null, told(batch, draft.length()));
        d.sweepTonight();
        return views.batch(d, batch);
    }

    private static void write(Desk d, List<VoucherRow> portion) {
        portion.forEach(d.em()::persist);
        d.em().flush();
        // what is written is let go, so that the next flush need not look at it again
        portion.forEach(d.em()::detach);
        portion.clear();
    }

    static String subject(long batchId) {
        return "voucher-batch/" + batchId;
    }

    private static Map<String, Object> told(BatchRow b, int length) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("name", b.getName());
        told.put("value", b.getValue().toString());
        if (b.getPackageId() != null) told.put("package", b.getPackageName());
        told.put("codes", b.getCodes());
        told.put("length", length);
        if (!b.getPrefix().isEmpty()) told.put("prefix", b.getPrefix());
        if (b.getSellBy() != null) told.put("sellBy", b.getSellBy().toString());
        if (b.getDeviceLimit() > 0) told.put("deviceLimit", b.getDeviceLimit());
        return told;
    }
}

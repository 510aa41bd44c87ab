package io.mtandao.voucher.internal;

import io.mtandao.api.Caller;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.Packages;
import io.mtandao.api.voucher.VoucherBatch;
import io.mtandao.api.voucher.Vouchers.BatchDraft;
import io.mtandao.voucher.internal.entity.BatchRow;
import io.mtandao.voucher.internal.rule.BatchTerms;
import io.mtandao.voucher.internal.rule.CodeHash;
import io.mtandao.voucher.internal.rule.ShelfLife;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes batches. A batch is one unit of work: whole, or not there. */
@Component(service = BatchDesk.class)
public final class BatchDesk {
    private final Office office;
    private final Pepper pepper;
    private final CodeMint mint;
    private final Packages packages;
    private final VoucherViews views;

    @Activate
    public BatchDesk(@Reference Office office, @Reference Pepper pepper, @Reference CodeMint mint, @Reference Packages packages, @Reference VoucherViews views) {
        this.office = office;
        this.pepper = pepper;
        this.mint = mint;
        this.packages = packages;
        this.views = views;
    }

    VoucherBatch create(Caller caller, BatchDraft draft) {
        CodeHash hash = pepper.hash();
        Supplier<VoucherBatch> unit = () -> office.open(caller, d -> make(d, draft, hash));
        return office.busy() ? unit.get() : Again.afterARace(unit);
    }

    private VoucherBatch make(Desk d, BatchDraft draft, CodeHash hash) {
        InternetPackage sold = draft.packageId() == null ? null : packages.get(d.system(), draft.packageId());
        BatchTerms terms = BatchTerms.of(draft, sold, d.isp().currency());
        BatchRow batch = new BatchRow(terms.name(), terms.prefix(), draft.count(), ShelfLife.sellBy(d.now(), draft.shelfDays(), d.zone()), draft.deviceLimit(), d.caller().name());
        batch.isWorth(terms.value(), terms.packageId(), terms.packageName());
        d.em().persist(batch);
        mint.fill(d, batch, draft.length(), hash);
        d.audit("voucher.create", subject(batch.getId()), null, told(batch, draft.length()));
        d.sweepTonight();
        return views.batch(d, batch);
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

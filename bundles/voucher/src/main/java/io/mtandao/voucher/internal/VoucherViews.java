package io.mtandao.voucher.internal;

import io.mtandao.api.TenantId;
import io.mtandao.api.voucher.Voucher;
import io.mtandao.api.voucher.VoucherBatch;
import io.mtandao.persistence.SecretBox;
import io.mtandao.voucher.internal.entity.BatchRow;
import io.mtandao.voucher.internal.entity.VoucherRow;
import io.mtandao.voucher.internal.rule.VoucherLife;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rows as others see them, at a moment; inside a unit of work. */
@Component(service = VoucherViews.class)
public final class VoucherViews {
    /** What codes are sealed for. */
    static final String CODE = "voucher-code";
    private final SecretBox secrets;

    @Activate
    public VoucherViews(@Reference SecretBox secrets) {
        this.secrets = secrets;
    }

    VoucherBatch batch(Desk d, BatchRow row) {
        return batches(d, List.of(row)).get(0);
    }

    /** With their counts, by one query. */
    List<VoucherBatch> batches(Desk d, List<BatchRow> rows) {
        // versions are known once written
        d.em().flush();
        Tally tally = Tally.of(d, rows);
        return rows.stream().map(b -> new VoucherBatch(b.getId(), b.getVersion(), b.getName(), b.getPackageId(), b.getPackageName(), b.getValue(),
            b.getPrefix(), b.getCodes(), b.getSellBy(), b.getDeviceLimit(), b.isWithdrawn(), tally.of(b), b.getMadeBy(), b.getCreatedAt())).toList();
    }

    Voucher voucher(Desk d, VoucherRow v, BatchRow b) {
        return new Voucher(v.getId(), b.getId(), b.getName(), code(d.tenant(), v), b.getPackageId(), b.getPackageName(), b.getValue(),
            VoucherLife.at(v.getState(), v.getSellBy(), d.now()), v.getSubscriberId(), v.getSubscriberName(), v.getPhone(), v.getSubscriptionId(),
            v.getUsedAt(), v.getValidUntil(), v.getSellBy(), b.getDeviceLimit());
    }

    /** With their batches, by one query. */
    List<Voucher> vouchers(Desk d, List<VoucherRow> rows) {
        Map<Long, BatchRow> batches = batchesOf(d.em(), rows.stream().map(VoucherRow::getBatchId).collect(Collectors.toSet()));
        return rows.stream().map(v -> voucher(d, v, batches.get(v.getBatchId()))).toList();
    }

    String code(TenantId tenant, VoucherRow row) {
        return secrets.open(tenant, CODE, row.getSealedCode());
    }

    private static Map<Long, BatchRow> batchesOf(EntityManager em, Collection<Long> ids) {
        if (ids.isEmpty()) return Map.of();
        return em.createQuery("select b from BatchRow b where b.id in ?1", BatchRow.class).setParameter(1, ids).getResultList().stream()
            .collect(Collectors.toMap(BatchRow::getId, Function.identity()));
    }
}

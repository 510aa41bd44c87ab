package io.mtandao.rest.internal;

import io.mtandao.api.voucher.Vouchers;
import io.mtandao.rest.internal.v1.VoucherBatchesResource;
import io.mtandao.rest.internal.v1.VouchersResource;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Codes that are sold in advance. */
@Component(service = VoucherArea.class)
public final class VoucherArea implements Area {
    private final List<Object> resources;

    @Activate
    public VoucherArea(@Reference Vouchers vouchers) {
        resources = List.of(new VoucherBatchesResource(vouchers), new VouchersResource(vouchers));
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}

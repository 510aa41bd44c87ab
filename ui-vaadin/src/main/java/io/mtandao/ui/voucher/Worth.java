package io.mtandao.ui.voucher;

import static io.mtandao.ui.kit.Texts.t;

import io.mtandao.api.voucher.Voucher;
import io.mtandao.api.voucher.VoucherBatch;
import io.mtandao.ui.kit.Formats;

/** What a voucher brings, in words. */
final class Worth {
    private Worth() {}

    static String of(VoucherBatch b, Formats f) {
        return b.packageId() == null ? t("vouchers.money", f.money(b.value())) : b.packageName() + " · " + f.money(b.value());
    }

    static String of(Voucher v, Formats f) {
        return v.packageId() == null ? t("vouchers.money", f.money(v.value())) : v.packageName();
    }

    /** How many devices at once. */
    static String devices(int limit) {
        return limit == 0 ? t("vouchers.devicesOfPackage") : Integer.toString(limit);
    }
}

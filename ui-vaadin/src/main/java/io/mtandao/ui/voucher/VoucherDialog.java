package io.mtandao.ui.voucher;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.mtandao.api.Permission;
import io.mtandao.api.voucher.Voucher;
import io.mtandao.api.voucher.Vouchers;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.AskReason;
import io.mtandao.ui.kit.Badge;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.Facts;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.InfoDialog;
import io.mtandao.ui.kit.Toast;

/** One voucher in full; an unused one can be withdrawn. */
final class VoucherDialog extends InfoDialog {
    private static final long serialVersionUID = 1;

    VoucherDialog(Voucher v, Vouchers vouchers, Who who, Runnable changed) {
        super(v.code(), facts(v, who.formats()));
        if (v.state() != Voucher.State.UNUSED || !who.may(Permission.VOUCHERS_WRITE)) return;
        actions(Buttons.danger("voucher-withdraw", t("vouchers.withdraw"), VaadinIcon.BAN,
            e -> AskReason.open("voucher-withdraw", t("vouchers.withdrawTitle", v.code()), t("vouchers.withdrawOneText"), t("vouchers.withdraw"), reason -> {
                vouchers.withdrawOne(who.caller(), v.id(), reason);
                Toast.ok(t("vouchers.withdrawn", v.code()));
                close();
                changed.run();
            })));
    }

    private static Facts facts(Voucher v, Formats f) {
        Facts facts = new Facts().put(t("field.state"), Badge.of("voucherState", v.state())).put(t("vouchers.worth"), Worth.of(v, f)).put(t("vouchers.value"), f.money(v.value()))
            .put(t("vouchers.batch"), v.batchName()).put(t("vouchers.devices"), Worth.devices(v.deviceLimit()));
        if (v.subscriberId() != null) {
            Anchor link = new Anchor("subscriber/" + v.subscriberId(), v.subscriberName());
            link.getElement().setAttribute("router-link", true);
            facts.put(t("vouchers.usedBy"), link);
        }
        return facts.put(t("field.phone"), v.phone()).put(t("vouchers.usedAt"), f.time(v.usedAt())).put(t("vouchers.validUntil"), until(v, f))
            .put(t("vouchers.sellBy"), v.state() == Voucher.State.USED ? null : v.sellBy() == null ? t("vouchers.forEver") : f.time(v.sellBy()));
    }

    /** When its time ends, and how far that is. */
    static String until(Voucher v, Formats f) {
        return v.validUntil() == null ? null : f.time(v.validUntil()) + " (" + f.fromNow(v.validUntil()) + ")";
    }
}

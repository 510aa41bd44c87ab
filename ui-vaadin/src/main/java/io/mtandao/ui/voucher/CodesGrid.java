package io.mtandao.ui.voucher;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.mtandao.api.voucher.Voucher;
import io.mtandao.api.voucher.Vouchers;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Badge;
import io.mtandao.ui.kit.EmptyState;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.KeysetDataProvider;
import io.mtandao.ui.kit.ListGrid;
import java.util.Map;

/** Single vouchers: which code, in what state, used by whom and when. */
final class CodesGrid extends ListGrid<Voucher> {
    private static final long serialVersionUID = 1;

    CodesGrid(Vouchers vouchers, Who who, Map<String, String> filters) {
        super("codes-grid");
        Formats f = who.formats();
        wideComponent("code", t("vouchers.code"), v -> code(v.code())).setFlexGrow(1);
        wideComponent("state", t("field.state"), v -> Badge.of("voucherState", v.state()));
        wide("who", t("vouchers.usedBy"), CodesGrid::usedBy).setFlexGrow(2);
        wide("at", t("vouchers.usedAt"), v -> f.time(v.usedAt()));
        wide("until", t("vouchers.validUntil"), v -> f.time(v.validUntil()));
        narrow(Voucher::code, v -> v.usedAt() == null ? "" : usedBy(v) + " · " + f.time(v.usedAt()), v -> Badge.of("voucherState", v.state()));
        source(new KeysetDataProvider<>(q -> vouchers.list(who.caller(), q), null, Voucher::id), new EmptyState(VaadinIcon.TICKET, t("vouchers.noCode"), t("vouchers.noCodeText")));
        source().filter(null, filters);
    }

    static Span code(String code) {
        Span s = new Span(code);
        s.addClassName("code");
        return s;
    }

    /** The subscriber, else the phone. */
    static String usedBy(Voucher v) {
        return v.subscriberName() != null ? v.subscriberName() : v.phone() == null ? "" : v.phone();
    }
}

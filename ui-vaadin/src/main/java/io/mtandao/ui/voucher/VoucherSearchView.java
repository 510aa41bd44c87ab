package io.mtandao.ui.voucher;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Page;
import io.mtandao.api.Permission;
import io.mtandao.api.voucher.Voucher;
import io.mtandao.api.voucher.Vouchers;
import io.mtandao.ui.access.Needs;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Badge;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.EmptyState;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.PageHeader;
import io.mtandao.ui.shell.Area;
import io.mtandao.ui.shell.MainLayout;
import java.util.List;
import java.util.Map;

/** What became of a code, or what a phone has used and may use again. */
@Needs(Permission.VOUCHERS_READ)
@Route(value = "voucher-search", layout = MainLayout.class)
public final class VoucherSearchView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private static final int SHOWN = 50;
    private final transient Vouchers vouchers;
    private final transient Who who;
    private final TextField typed = new TextField(t("voucherSearch.typed"));
    private final Div found = new Div();
    private final transient Checks checks = new Checks().alias("phone", "search");

    public VoucherSearchView(Vouchers vouchers, Who who) {
        this.vouchers = vouchers;
        this.who = who;
        addClassNames("page", "voucher-search");
        typed.setId("voucher-find");
        typed.setWidthFull();
        typed.setClearButtonVisible(true);
        checks.text("search", typed, Checks.needed());
        Button find = Buttons.primary("voucher-find-submit", t("voucherSearch.find"), VaadinIcon.SEARCH, e -> find());
        typed.addKeyPressListener(Key.ENTER, e -> find.click());
        Div row = new Div(typed, find);
        row.addClassName("statement-range");
        found.setId("vouchers-found");
        found.addClassName("stack");
        add(Area.VOUCHERS.tabs(who, VoucherSearchView.class), new PageHeader(t("voucherSearch.title"), t("voucherSearch.text")), row, found);
        typed.focus();
    }

    private void find() {
        found.removeAll();
        checks.attempt(() -> {
            String text = typed.getValue().trim();
            if (isPhone(text)) byPhone(text);
            else show(null, vouchers.list(who.caller(), new ListQuery(text, Map.of(), null, SHOWN, null)), List.of());
        });
    }

    /** Codes have letters. */
    static boolean isPhone(String text) {
        return text.matches("\\+?[0-9 ()/.-]{7,20}");
    }

    private void byPhone(String phone) {
        List<Voucher> again = vouchers.reusable(who.caller(), phone);
        if (!again.isEmpty()) {
            found.add(new H2(t("voucherSearch.again")), hint(t("voucherSearch.againText")));
            again.forEach(v -> found.add(row(v)));
        }
        show(again.isEmpty() ? null : t("voucherSearch.all"), vouchers.list(who.caller(), new ListQuery(null, Map.of("phone", phone), null, SHOWN, null)), again);
    }

    private void show(String title, Page<Voucher> page, List<Voucher> shownAlready) {
        List<Voucher> rest = page.items().stream().filter(v -> shownAlready.stream().noneMatch(a -> a.id() == v.id())).toList();
        if (rest.isEmpty() && shownAlready.isEmpty()) found.add(new EmptyState(VaadinIcon.TICKET, t("voucherSearch.none"), t("voucherSearch.noneText")));
        if (title != null && !rest.isEmpty()) found.add(new H2(title));
        rest.forEach(v -> found.add(row(v)));
        if (page.next() != null) found.add(hint(t("voucherSearch.more", SHOWN)));
    }

    private static Div hint(String text) {
        Div hint = new Div(new Span(text));
        hint.addClassName("hint");
        return hint;
    }

    private Div row(Voucher v) {
        Formats f = who.formats();
        Span code = CodesGrid.code(v.code());
        Span more = new Span(Worth.of(v, f) + " · " + v.batchName() + (v.usedAt() == null ? "" : " · " + CodesGrid.usedBy(v) + ", " + f.time(v.usedAt())));
        more.addClassName("narrow-second");
        Div words = new Div(code, more);
        String until = VoucherDialog.until(v, f);
        if (until != null) words.add(new Span(t("voucherSearch.validUntil", until)));
        Div row = new Div(words, Badge.of("voucherState", v.state()), Buttons.icon("voucher-" + v.id() + "-open", t("subscriptions.open"), VaadinIcon.ANGLE_RIGHT,
            e -> new VoucherDialog(vouchers.get(who.caller(), v.id()), vouchers, who, this::find).open()));
        row.setId("voucher-" + v.id());
        row.addClassNames("card", "line-row", "voucher-row");
        return row;
    }

    @Override
    public String getPageTitle() {
        return t("voucherSearch.title");
    }
}

package io.mtandao.ui.voucher;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.mtandao.api.Permission;
import io.mtandao.api.voucher.Voucher;
import io.mtandao.api.voucher.VoucherBatch;
import io.mtandao.api.voucher.Vouchers;
import io.mtandao.ui.access.Needs;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.AskReason;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.Downloads;
import io.mtandao.ui.kit.Facts;
import io.mtandao.ui.kit.FigureRow;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.PageHeader;
import io.mtandao.ui.kit.Texts;
import io.mtandao.ui.kit.Toast;
import io.mtandao.ui.shell.MainLayout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One batch with its codes: printed while they are open, withdrawn when they got lost. */
@Needs(Permission.VOUCHERS_READ)
@Route(value = "voucher-batch", layout = MainLayout.class)
public final class VoucherBatchView extends Div implements HasUrlParameter<Long>, HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private final transient Vouchers vouchers;
    private final transient Who who;
    private transient VoucherBatch batch;

    public VoucherBatchView(Vouchers vouchers, Who who) {
        this.vouchers = vouchers;
        this.who = who;
        addClassNames("page", "list-page");
    }

    @Override
    public void setParameter(BeforeEvent event, Long id) {
        show(id);
    }

    private void show(long id) {
        batch = vouchers.batch(who.caller(), id);
        Formats f = who.formats();
        removeAll();
        RouterLink back = new RouterLink(t("vouchers.title"), VouchersView.class);
        back.addClassName("back");
        FigureRow figures = new FigureRow("batch").put("unused", Formats.count(batch.counts().unused()), t("voucherState.UNUSED"), "good")
            .put("used", Formats.count(batch.counts().used()), t("voucherState.USED"), "info").put("over", Formats.count(batch.counts().over()), t("voucherState.OVER"), "")
            .put("withdrawn", Formats.count(batch.counts().withdrawn()), t("voucherState.WITHDRAWN"), "");
        Facts facts = new Facts().put(t("vouchers.worth"), Worth.of(batch, f)).put(t("vouchers.prefix"), batch.prefix())
            .put(t("vouchers.sellBy"), batch.sellBy() == null ? t("vouchers.forEver") : f.time(batch.sellBy())).put(t("vouchers.devices"), Worth.devices(batch.deviceLimit()))
            .put(t("vouchers.made"), f.time(batch.createdAt()) + " · " + batch.by());
        CodesGrid codes = new CodesGrid(vouchers, who, Map.of("batchId", Long.toString(id)));
        codes.onOpen(v -> new VoucherDialog(vouchers.get(who.caller(), v.id()), vouchers, who, () -> show(id)).open());
        Div frame = new Div(codes);
        frame.addClassName("grid-frame");
        Div card = new Div(figures, facts);
        card.addClassNames("card", "batch-card");
        Div filters = new Div(state(codes));
        filters.addClassName("filters");
        add(back, new PageHeader(batch.name(), null, actions()), card, filters, frame);
    }

    private Select<Voucher.State> state(CodesGrid codes) {
        Select<Voucher.State> state = new Select<>();
        state.setId("codes-state");
        state.setItems(Voucher.State.values());
        state.setEmptySelectionAllowed(true);
        state.setEmptySelectionCaption(t("filter.allStates"));
        state.setPlaceholder(t("filter.allStates"));
        state.setAriaLabel(t("field.state"));
        state.setItemLabelGenerator(v -> v == null ? t("filter.allStates") : Texts.of("voucherState", v));
        state.addValueChangeListener(e -> {
            Map<String, String> filters = new LinkedHashMap<>(Map.of("batchId", Long.toString(batch.id())));
            if (!state.isEmpty()) filters.put("state", state.getValue().name().toLowerCase(Locale.ROOT));
            codes.source().filter(null, filters);
        });
        return state;
    }

    private Component[] actions() {
        List<Component> out = new ArrayList<>();
        if (batch.counts().unused() == 0) return new Component[0];
        if (who.may(Permission.VOUCHERS_WRITE)) {
            out.add(Buttons.danger("batch-withdraw", t("vouchers.withdraw"), VaadinIcon.BAN, e -> AskReason.open("batch-withdraw", t("vouchers.withdrawTitle", batch.name()),
                t("vouchers.withdrawText", batch.counts().unused()), t("vouchers.withdraw"), reason -> {
                    vouchers.withdraw(who.caller(), batch.id(), reason);
                    Toast.ok(t("vouchers.withdrawn", batch.name()));
                    show(batch.id());
                })));
        }
        out.add(Downloads.file("batch-print", t("vouchers.print"), VaadinIcon.PRINT, () -> vouchers.printSheet(who.caller(), batch.id())));
        return out.toArray(Component[]::new);
    }

    @Override
    public String getPageTitle() {
        return batch == null ? t("vouchers.title") : batch.name();
    }
}

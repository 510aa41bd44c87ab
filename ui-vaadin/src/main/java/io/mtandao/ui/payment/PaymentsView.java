package io.mtandao.ui.payment;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Route;
import io.mtandao.api.Permission;
import io.mtandao.api.payment.Payment;
import io.mtandao.api.payment.Payments;
import io.mtandao.ui.access.Needs;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.EmptyState;
import io.mtandao.ui.kit.ListPage;
import io.mtandao.ui.shell.MainLayout;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;

/** All money that came in. */
@Needs(Permission.PAYMENTS_READ)
@Route(value = "payments", layout = MainLayout.class)
public final class PaymentsView extends ListPage {
    private static final long serialVersionUID = 1;
    private final transient Who who;

    public PaymentsView(Payments payments, Who who) {
        super("payments");
        this.who = who;
        PaymentsGrid grid = new PaymentsGrid("payments-grid", payments, who, Map.of(), new EmptyState(VaadinIcon.MONEY, t("payments.none"), t("payments.noneText")));
        grid.onOpen(p -> new PaymentDialog(payments.get(who.caller(), p.id()), who).open());
        search("payments-search", t("payments.search"));
        choice("payments-state", "state", t("filter.allStates"), "paymentState", Arrays.asList(Payment.State.values()));
        day("payments-from", "from", t("filter.from"), 0);
        day("payments-to", "to", t("filter.to"), 1);
        onFilter(filters -> grid.source().filter(searched(), filters));
        build(grid);
    }

    /** A day of the ISP's zone as the instant at which it begins, or (plus one day) ends. */
    private void day(String id, String name, String label, int plusDays) {
        DatePicker picker = new DatePicker();
        picker.setId(id);
        picker.setPlaceholder(label);
        picker.setAriaLabel(label);
        picker.setClearButtonVisible(true);
        picker.addValueChangeListener(e -> changed());
        filter(name, picker, () -> {
            LocalDate day = picker.getValue();
            return day == null ? null : day.plusDays(plusDays).atStartOfDay(who.settings().zone()).toInstant().toString();
        });
    }
}

package io.mtandao.ui.payment;

import static io.mtandao.ui.kit.Texts.t;

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
import java.util.Arrays;
import java.util.Map;

/** All money that came in. */
@Needs(Permission.PAYMENTS_READ)
@Route(value = "payments", layout = MainLayout.class)
public final class PaymentsView extends ListPage {
    private static final long serialVersionUID = 1;

    public PaymentsView(Payments payments, Who who) {
        super("payments");
        PaymentsGrid grid = new PaymentsGrid("payments-grid", payments, who, Map.of(), new EmptyState(VaadinIcon.MONEY, t("payments.none"), t("payments.noneText")));
        grid.onOpen(p -> new PaymentDialog(payments.get(who.caller(), p.id()), who).open());
        search("payments-search", t("payments.search"));
        choice("payments-state", "state", t("filter.allStates"), "paymentState", Arrays.asList(Payment.State.values()));
        days("payments", who.settings().zone());
        onFilter(filters -> grid.source().filter(searched(), filters));
        build(grid);
    }
}

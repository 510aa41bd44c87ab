package io.mtandao.ui.payment;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Route;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.Subscribers;
import io.mtandao.api.payment.Payment;
import io.mtandao.api.payment.Payments;
import io.mtandao.ui.access.Needs;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.EmptyState;
import io.mtandao.ui.kit.ListPage;
import io.mtandao.ui.kit.Toast;
import io.mtandao.ui.shell.MainLayout;
import java.util.Map;

/** Money that belongs to nobody known, to be given to whom it belongs. */
@Needs(Permission.PAYMENTS_READ)
@Route(value = "unmatched", layout = MainLayout.class)
public final class UnmatchedView extends ListPage {
    private static final long serialVersionUID = 1;
    private static final Map<String, String> UNMATCHED = Map.of("state", Payment.State.UNMATCHED.name());

    public UnmatchedView(Payments payments, Subscribers subscribers, Who who) {
        super("unmatched");
        PaymentsGrid grid = new PaymentsGrid("unmatched-grid", payments, who, UNMATCHED, new EmptyState(VaadinIcon.CHECK_CIRCLE_O, t("unmatched.none"), t("unmatched.noneText")));
        search("unmatched-search", t("payments.search"));
        onFilter(filters -> grid.source().filter(searched(), UNMATCHED));
        if (who.may(Permission.PAYMENTS_WRITE)) {
            grid.onOpen(p -> new AssignDialog(p, who, subscribers).open((payment, subscriber) -> {
                payments.assign(who.caller(), payment.id(), subscriber.id());
                Toast.ok(t("unmatched.assigned", who.formats().money(payment.amount()), subscriber.name()));
                grid.reload();
            }));
        } else {
            grid.onOpen(p -> new PaymentDialog(p, who).open());
        }
        build(grid);
    }
}

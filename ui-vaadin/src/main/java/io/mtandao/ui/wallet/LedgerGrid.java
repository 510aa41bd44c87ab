package io.mtandao.ui.wallet;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.mtandao.api.billing.Ledger;
import io.mtandao.api.billing.Ledger.WalletEntry;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.EmptyState;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.KeysetDataProvider;
import io.mtandao.ui.kit.ListGrid;

/** The movements of one wallet. */
final class LedgerGrid extends ListGrid<WalletEntry> {
    private static final long serialVersionUID = 1;

    LedgerGrid(Ledger ledger, Who who, long subscriberId) {
        super("ledger-grid");
        Formats f = who.formats();
        wide("at", t("ledger.at"), e -> f.time(e.at()));
        wide("text", t("ledger.text"), WalletEntry::text).setFlexGrow(3);
        wideComponent("amount", t("ledger.amount", f.currency()), e -> StatementPanel.signed(e.amount(), f)).setTextAlign(ColumnTextAlign.END);
        wideMoney("balance", t("ledger.balance", f.currency()), e -> f.number(e.balanceAfter()));
        narrow(WalletEntry::text, e -> f.time(e.at()), e -> StatementPanel.signed(e.amount(), f));
        source(new KeysetDataProvider<>(q -> ledger.wallet(who.caller(), subscriberId, q), null, WalletEntry::id),
            new EmptyState(VaadinIcon.WALLET, t("ledger.none"), t("ledger.noneText")));
    }
}

package io.mtandao.ui.operator;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.mtandao.api.tenant.OperatorAccounts;
import io.mtandao.api.tenant.OperatorAccounts.Account;
import io.mtandao.ui.access.Locales;
import io.mtandao.ui.access.OperatorDesk;
import io.mtandao.ui.kit.Badge;
import io.mtandao.ui.kit.EmptyState;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.KeysetDataProvider;
import io.mtandao.ui.kit.ListGrid;
import java.time.Clock;
import java.time.ZoneOffset;

/** The platform's own people. */
final class OperatorsGrid extends ListGrid<Account> {
    private static final long serialVersionUID = 1;

    OperatorsGrid(OperatorAccounts accounts, OperatorDesk desk, Clock clock) {
        super("operators-grid");
        Formats f = new Formats(ZoneOffset.UTC, "KES", Locales.now(), clock);
        wide("name", t("field.fullName"), Account::fullName).setFlexGrow(2);
        wide("email", t("field.email"), Account::email).setFlexGrow(2);
        wide("since", t("subscribers.since"), a -> f.day(a.createdAt()));
        wideComponent("state", t("field.state"), OperatorsGrid::state);
        narrow(Account::fullName, Account::email, OperatorsGrid::state);
        source(new KeysetDataProvider<>(q -> accounts.list(desk.operator(), q), null, Account::id), new EmptyState(VaadinIcon.USER_CARD, t("staff.none"), t("audit.noneText")));
    }

    static Badge state(Account a) {
        return a.active() ? new Badge(t("staff.active"), Badge.Tone.GOOD) : new Badge(t("staff.inactive"), Badge.Tone.PLAIN);
    }
}

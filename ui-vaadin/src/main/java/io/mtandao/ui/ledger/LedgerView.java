package io.mtandao.ui.ledger;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.Ledger;
import io.mtandao.api.billing.Ledger.TrialBalance;
import io.mtandao.ui.access.Needs;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Background;
import io.mtandao.ui.kit.Badge;
import io.mtandao.ui.kit.DayField;
import io.mtandao.ui.kit.EmptyState;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.PageHeader;
import io.mtandao.ui.shell.MainLayout;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The books as a whole: the trial balance at a day, and the proof that nothing was changed. */
@Needs(Permission.PAYMENTS_READ)
@Route(value = "ledger", layout = MainLayout.class)
public final class LedgerView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private final transient Ledger ledger;
    private final transient Who who;
    private final DayField day = new DayField("ledger-day", t("books.day")).clearable();
    private final Div balanced = new Div();
    private final Div table = new Div();

    public LedgerView(Ledger ledger, Who who, Background background) {
        this.ledger = ledger;
        this.who = who;
        day.setHelperText(t("books.dayHelp"));
        day.setMax(who.formats().today());
        day.addValueChangeListener(e -> show());
        balanced.setId("ledger-balanced");
        Div head = new Div(new H2(t("books.balance")), balanced);
        head.addClassName("card-head");
        Div card = new Div(head, day, table);
        card.addClassName("card");
        addClassNames("page", "form-wide");
        add(new PageHeader(t("books.title"), t("books.text")), new ProofCard(ledger, who, background), card);
        show();
    }

    /** The last moment of the chosen day that a database can tell; null is now. */
    private Instant at() {
        return day.isEmpty() || day.getValue().equals(who.formats().today()) ? null : day.getValue().plusDays(1).atStartOfDay(who.formats().zone()).toInstant().minus(1, ChronoUnit.MICROS);
    }

    private void show() {
        Formats f = who.formats();
        TrialBalance b = ledger.trialBalance(who.caller(), at());
        balanced.removeAll();
        table.removeAll();
        if (b.accounts().isEmpty()) {
            table.add(new EmptyState(VaadinIcon.BOOK, t("books.none"), t("books.noneText")));
            return;
        }
        boolean even = b.debits().equals(b.credits());
        balanced.add(new Badge(t(even ? "books.even" : "books.uneven", f.money(b.debits().minus(b.credits()))), even ? Badge.Tone.GOOD : Badge.Tone.BAD));
        TrialBalanceGrid grid = new TrialBalanceGrid(f);
        grid.show(b);
        table.add(grid);
    }

    @Override
    public String getPageTitle() {
        return t("books.title");
    }
}

package io.mtandao.ui.wallet;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.mtandao.api.billing.Ledger.Statement;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.DayRange;
import io.mtandao.ui.kit.Downloads;
import io.mtandao.ui.kit.FigureRow;
import io.mtandao.ui.kit.Formats;
import java.time.LocalDate;

/** A statement of account: the movements from one day to another with the balance before and after, on the page and as a paper. */
public final class StatementPanel extends Div {
    private static final long serialVersionUID = 1;
    private final transient WalletServices services;
    private final transient Who who;
    private final long subscriberId;
    private final transient Checks checks = new Checks();
    private final DayRange days;
    private final Div shown = new Div();

    public StatementPanel(long subscriberId, WalletServices services, Who who) {
        this.services = services;
        this.who = who;
        this.subscriberId = subscriberId;
        LocalDate today = who.formats().today();
        days = new DayRange("statement", today.minusMonths(1).withDayOfMonth(1), today, checks, this::show);
        shown.addClassName("statement");
        add(days, shown);
        show();
    }

    private void show() {
        shown.removeAll();
        checks.attempt(() -> {
            Formats f = who.formats();
            Statement s = services.ledger().statement(who.caller(), subscriberId, days.begin(f.zone()), days.end(f.zone()));
            LocalDate first = days.first(), last = days.last();
            // the paper is offered once the service has answered: a download has no place for its refusal
            shown.add(figures(s, f), Downloads.file("statement-pdf", t("statement.pdf"), VaadinIcon.DOWNLOAD,
                () -> services.papers().statement(who.caller(), subscriberId, first, last)), new MovementsGrid(s.movements(), f));
        });
    }

    private static FigureRow figures(Statement s, Formats f) {
        return new FigureRow("statement").put("opening", f.number(s.opening()), t("statement.opening"), "")
            .put("in", "+" + f.number(s.in()), t("statement.in"), "good").put("out", "\u2212" + f.number(s.out()), t("statement.out"), "")
            .put("closing", f.number(s.closing()), t("statement.closing", f.currency()), s.closing().isNegative() ? "bad" : "info");
    }
}

package io.mtandao.ui.ledger;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.mtandao.api.Caller;
import io.mtandao.api.billing.Ledger;
import io.mtandao.api.billing.Ledger.Proof;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Background;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.Facts;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.Problems;

/** Whether the books are whole, as of the last time somebody or the night looked. */
final class ProofCard extends Div {
    private static final long serialVersionUID = 1;
    private final transient Ledger ledger;
    private final transient Who who;
    private final transient Background background;
    private final Div state = new Div();
    private final ProgressBar busy = new ProgressBar();
    private final Button prove = Buttons.plain("ledger-prove", t("books.prove"), VaadinIcon.CHECK_SQUARE_O, e -> prove());

    ProofCard(Ledger ledger, Who who, Background background) {
        this.ledger = ledger;
        this.who = who;
        this.background = background;
        state.setId("ledger-proof");
        busy.setIndeterminate(true);
        busy.setVisible(false);
        Div head = new Div(new H2(t("books.proof")), prove);
        head.addClassName("card-head");
        Paragraph text = new Paragraph(t("books.proofText"));
        text.addClassName("hint");
        addClassName("card");
        add(head, text, busy, state);
        show(ledger.lastProof(who.caller()).orElse(null));
    }

    private void prove() {
        Caller caller = who.caller();
        working(true);
        background.run(this, () -> ledger.prove(caller), proof -> {
            working(false);
            show(proof);
        }, e -> {
            working(false);
            Problems.tellAny(e);
        });
    }

    private void working(boolean yes) {
        prove.setEnabled(!yes);
        busy.setVisible(yes);
    }

    private void show(Proof p) {
        state.removeAll();
        if (p == null) {
            state.add(note("note-info", VaadinIcon.INFO_CIRCLE, t("books.neverProved")));
            return;
        }
        Formats f = who.formats();
        state.add(p.whole() ? note("note-good", VaadinIcon.CHECK_CIRCLE, t("books.whole")) : note("note-bad", VaadinIcon.WARNING, t("books.broken", p.firstFault())));
        Facts facts = new Facts().put(t("books.provedAt"), f.time(p.at())).put(t("books.transactions"), Formats.count(p.transactions())).put(t("books.entries"), Formats.count(p.entries()));
        if (p.head() != null) {
            Span head = new Span(p.head());
            head.addClassName("fingerprint");
            facts.put(t("books.head"), head);
        }
        state.add(facts);
    }

    private static Div note(String tone, VaadinIcon icon, String text) {
        Div note = new Div(icon.create(), new Span(text));
        note.addClassNames("note", tone);
        return note;
    }
}

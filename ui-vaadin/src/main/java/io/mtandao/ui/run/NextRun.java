package io.mtandao.ui.run;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Page;
import io.mtandao.api.billing.BillRuns;
import io.mtandao.api.billing.BillRuns.Forecast;
import io.mtandao.api.billing.BillRuns.Sum;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Ask;
import io.mtandao.ui.kit.Background;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.DayField;
import io.mtandao.ui.kit.FigureRow;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.Problems;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What the next run would do: its sums, its problems before all else, and the button that begins it. */
final class NextRun extends Div {
    private static final long serialVersionUID = 1;
    /** Problems are looked for in so many pages of the preview; what stands farther behind only the run itself will find. */
    private static final int PAGES = 20;
    private static final int MOST_PROBLEMS = 50;
    private final transient BillRuns runs;
    private final transient Who who;
    private final transient Background background;
    private final transient Consumer<Instant> changed;
    private final DayField until = new DayField("run-until", t("runs.until")).clearable();
    private final Div sums = new Div();
    private final Button start;
    private transient Sum known;
    private int asked;

    private record Look(Sum sum, List<Forecast> problems) {}

    /** @param changed gets the moment up to which the preview goes, null for within a day @param start begins the run */
    NextRun(BillRuns runs, Who who, Background background, boolean write, Consumer<Instant> changed, Consumer<Instant> start) {
        this.runs = runs;
        this.who = who;
        this.background = background;
        this.changed = changed;
        this.start = Buttons.primary("run-start", t("runs.start"), VaadinIcon.PLAY, e -> ask(start));
        this.start.setVisible(write);
        until.setHelperText(t("runs.untilHelp"));
        until.setMin(who.formats().today());
        until.addValueChangeListener(e -> look());
        sums.setId("run-sums");
        Div head = new Div(until, this.start);
        head.addClassName("run-head");
        addClassNames("card", "run-card");
        add(new H2(t("runs.next")), new Paragraph(t("runs.nextText")), head, sums);
    }

    Instant until() {
        return until.isEmpty() ? null : until.getValue().plusDays(1).atStartOfDay(who.formats().zone()).toInstant();
    }

    /** Counts anew; an answer to an older question is not shown. */
    void look() {
        Instant to = until();
        changed.accept(to);
        Caller caller = who.caller();
        int question = ++asked;
        known = null;
        start.setEnabled(false);
        ProgressBar busy = new ProgressBar();
        busy.setIndeterminate(true);
        sums.removeAll();
        sums.add(new Span(t("runs.counting")), busy);
        background.run(this, () -> {
            Sum sum = runs.sum(caller, to);
            return new Look(sum, sum.problems() == 0 ? List.of() : problems(caller, to, sum.problems()));
        }, look -> {
            if (question == asked) show(look);
        }, e -> {
            if (question != asked) return;
            sums.removeAll();
            Problems.tellAny(e);
        });
    }

    private List<Forecast> problems(Caller caller, Instant to, long all) {
        List<Forecast> found = new ArrayList<>();
        ListQuery query = ListQuery.first(ListQuery.MOST);
        for (int i = 0; i < PAGES && found.size() < Math.min(all, MOST_PROBLEMS); i++) {
            Page<Forecast> page = runs.preview(caller, to, query);
            page.items().stream().filter(f -> f.problem() != null).forEach(found::add);
            if (page.next() == null) break;
            query = query.after(page.next());
        }
        return found.size() > MOST_PROBLEMS ? found.subList(0, MOST_PROBLEMS) : found;
    }

    private void show(Look look) {
        Formats f = who.formats();
        known = look.sum();
        start.setEnabled(known.bills() > 0 || known.problems() > 0);
        sums.removeAll();
        sums.add(new FigureRow("run").put("bills", Formats.count(known.bills()), t("runs.bills"), "").put("total", f.money(known.total()), t("runs.total"), "info")
            .put("covered", Formats.count(known.covered()), t("runs.coveredNow"), "good").put("problems", Formats.count(known.problems()), t("runs.problems"), known.problems() > 0 ? "bad" : ""));
        if (known.problems() == 0) return;
        Div list = new Div(new Span(t("runs.problemsText")));
        list.setId("run-problem-list");
        list.addClassNames("problem-list");
        for (Forecast x : look.problems()) {
            Span name = new Span(x.subscriberName() + " (" + x.accountNumber() + ")");
            name.addClassName("narrow-first");
            Button why = Buttons.plain("problem-" + x.subscriptionId(), Problems.sentence(x.problem()), null, e -> ForecastGrid.open(x, f));
            why.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
            list.add(new Div(name, why));
        }
        if (look.problems().size() < known.problems()) list.add(new Span(t("runs.moreProblems", known.problems() - look.problems().size())));
        sums.add(list);
    }

    private void ask(Consumer<Instant> then) {
        Formats f = who.formats();
        Ask.first(t("runs.startTitle"), t("runs.startText", Formats.count(known.bills()), f.money(known.total())), t("runs.start"), false, () -> then.accept(until()));
    }
}

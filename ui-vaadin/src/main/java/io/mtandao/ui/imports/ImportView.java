package io.mtandao.ui.imports;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Permission;
import io.mtandao.api.Problem;
import io.mtandao.api.billing.SubscriberImports;
import io.mtandao.api.billing.SubscriberImports.Preview;
import io.mtandao.api.billing.SubscriberImports.Request;
import io.mtandao.api.billing.SubscriberImports.Result;
import io.mtandao.api.router.Router;
import io.mtandao.api.router.Routers;
import io.mtandao.ui.access.Needs;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.imports.ImportDraft.Source;
import io.mtandao.ui.kit.Background;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.PageHeader;
import io.mtandao.ui.kit.Problems;
import io.mtandao.ui.kit.Toast;
import io.mtandao.ui.shell.MainLayout;
import io.mtandao.ui.subscriber.SubscribersView;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Brings subscribers in, in four steps: source, columns (of a spreadsheet), preview, result. Nothing is written before the last. */
@Needs(Permission.SUBSCRIBERS_WRITE)
@Route(value = "import", layout = MainLayout.class)
public final class ImportView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private final transient SubscriberImports imports;
    private final transient Routers routers;
    private final transient Who who;
    private final transient Background background;
    private final transient ImportDraft draft = new ImportDraft();
    private final Div steps = new Div();
    private final Div content = new Div();
    private final Button back = Buttons.plain("import-back", t("import.back"), VaadinIcon.ARROW_LEFT, null);
    private final Button next = Buttons.primary("import-next", t("import.next"), null, null);
    private final Button run = Buttons.primary("import-run", t("import.run"), VaadinIcon.CHECK, null);
    private transient Runnable onBack = () -> {};
    private transient Runnable onNext = () -> {};
    private transient BooleanSupplier ready = () -> false;

    public ImportView(SubscriberImports imports, Routers routers, Who who, Background background) {
        this.imports = imports;
        this.routers = routers;
        this.who = who;
        this.background = background;
        addClassNames("page", "import-page");
        steps.addClassName("steps");
        back.addClickListener(e -> onBack.run());
        next.addClickListener(e -> onNext.run());
        run.addClickListener(e -> onNext.run());
        Div foot = new Div(back, next, run);
        foot.addClassName("import-foot");
        Div card = new Div(steps, content, foot);
        card.addClassName("card");
        add(new PageHeader(t("import.title"), t("import.text")), card);
        source();
    }

    private void source() {
        List<Router> known = who.may(Permission.ROUTERS_READ) ? routers.list(who.caller(), ListQuery.first(ListQuery.MOST)).items() : List.of();
        ready = draft::ready;
        onNext = () -> {
            if (draft.source == Source.CSV) columns();
            else preview();
        };
        step(1, new SourceStep(draft, known, csv -> imports.look(who.caller(), csv), this::judge), null, next);
    }

    private void columns() {
        ColumnsStep columns = new ColumnsStep(draft, this::judge);
        ready = columns::ready;
        onNext = this::preview;
        step(2, columns, this::source, next);
    }

    private void preview() {
        Caller caller = who.caller();
        Request request = draft.request();
        work(t("import.checking"), () -> imports.preview(caller, request), this::previewed);
    }

    private void previewed(Preview preview) {
        PreviewStep step = new PreviewStep(preview);
        ready = step::ready;
        onNext = () -> run(step);
        step(3, step, draft.source == Source.CSV ? this::columns : this::source, run);
    }

    private void run(PreviewStep step) {
        Caller caller = who.caller();
        Request request = draft.request();
        SubscriberImports.Mode mode = step.mode();
        work(t("import.running"), () -> imports.run(caller, request, mode), this::done);
    }

    private void done(Result r) {
        Div result = new Div(new H3(t("import.done")), PreviewStep.figures(-1, r.created(), r.changed(), r.same(), r.bad()));
        result.setId("import-result");
        if (!r.packagesMade().isEmpty()) result.add(new Paragraph(t("import.made", String.join(", ", r.packagesMade()))));
        if (!r.badLines().isEmpty()) result.add(new Paragraph(t("import.leftOut")), new LinesGrid("import-bad-lines", r.badLines()));
        result.add(Buttons.primary("import-to-subscribers", t("import.toSubscribers"), VaadinIcon.USERS, e -> getUI().ifPresent(ui -> ui.navigate(SubscribersView.class))));
        step(4, result, null, null);
        Toast.ok(t("import.doneToast", r.created(), r.changed()));
    }

    /** Slow work with the old step taken away, so that nothing is pressed twice; a failure brings it back. */
    private <T> void work(String text, Supplier<T> slow, Consumer<T> then) {
        List<Component> before = content.getChildren().toList();
        ProgressBar busy = new ProgressBar();
        busy.setIndeterminate(true);
        Div waiting = new Div(new Span(text), busy);
        waiting.addClassName("import-busy");
        content.removeAll();
        content.add(waiting);
        next.setEnabled(false);
        run.setEnabled(false);
        back.setEnabled(false);
        background.run(this, slow, then, e -> {
            content.removeAll();
            content.add(before);
            judge();
            back.setEnabled(true);
            if (e instanceof Problem p) Problems.tell(p);
            else Toast.fail(t("problem.unexpected"));
        });
    }

    private void step(int n, Component step, Runnable before, Button forward) {
        content.removeAll();
        content.add(step);
        onBack = before == null ? () -> {} : before;
        back.setVisible(before != null);
        back.setEnabled(true);
        next.setVisible(forward == next);
        run.setVisible(forward == run);
        steps.removeAll();
        for (int i = 1; i <= 4; i++) {
            Span mark = new Span(new Span(Integer.toString(i)), new Span(t("import.step" + i)));
            mark.addClassNames("step", i == n ? "step-now" : i < n ? "step-done" : "step-open");
            steps.add(mark);
        }
        judge();
    }

    private void judge() {
        boolean ok = ready.getAsBoolean();
        next.setEnabled(ok);
        run.setEnabled(ok);
    }

    @Override
    public String getPageTitle() {
        return t("import.title");
    }
}

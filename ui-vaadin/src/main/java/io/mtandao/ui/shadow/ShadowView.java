package io.mtandao.ui.shadow;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Page;
import io.mtandao.api.Permission;
import io.mtandao.api.Problem;
import io.mtandao.api.billing.Packages;
import io.mtandao.api.billing.ShadowBilling;
import io.mtandao.api.billing.ShadowBilling.Assumption;
import io.mtandao.api.billing.ShadowBilling.Difference;
import io.mtandao.api.billing.ShadowBilling.Sum;
import io.mtandao.ui.access.Needs;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Background;
import io.mtandao.ui.kit.Csv;
import io.mtandao.ui.kit.Downloads;
import io.mtandao.ui.kit.FigureRow;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.PageHeader;
import io.mtandao.ui.kit.Problems;
import io.mtandao.ui.shell.Area;
import io.mtandao.ui.shell.MainLayout;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;

/** A past time billed again under other circumstances, to see the difference before it is real. */
@Needs(Permission.BILLS_READ)
@Route(value = "shadow-billing", layout = MainLayout.class)
public final class ShadowView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private final transient ShadowBilling shadow;
    private final transient Who who;
    private final transient Background background;
    private final Div result = new Div();
    private final AssumptionForm form;
    private int asked;

    public ShadowView(ShadowBilling shadow, Packages packages, Who who, Background background) {
        this.shadow = shadow;
        this.who = who;
        this.background = background;
        boolean catalogue = who.may(Permission.PACKAGES_READ);
        form = new AssumptionForm(catalogue ? packages.list(who.caller(), new ListQuery(null, Map.of(), "name", ListQuery.MOST, null)).items() : List.of(),
            p -> packages.editions(who.caller(), p.id()), who.formats(), this::compare);
        Div note = new Div(VaadinIcon.INFO_CIRCLE.create(), new Span(t("shadow.nothingBooked")));
        note.addClassNames("note", "note-info");
        result.setId("shadow-result");
        result.addClassName("grid-block");
        addClassName("page");
        add(Area.BILLS.tabs(who, ShadowView.class), new PageHeader(t("shadow.title"), t("shadow.text")), note, form, result);
    }

    /** An answer to an older question is not shown. */
    private void compare(Assumption a) {
        Caller caller = who.caller();
        int question = ++asked;
        ProgressBar busy = new ProgressBar();
        busy.setIndeterminate(true);
        result.removeAll();
        result.add(new Span(t("shadow.reckoning")), busy);
        background.run(this, () -> shadow.sum(caller, a), sum -> {
            if (question == asked) show(a, sum);
        }, e -> {
            if (question != asked) return;
            result.removeAll();
            if (e instanceof Problem p) form.checks().show(p);
            else Problems.tellAny(e);
        });
    }

    private void show(Assumption a, Sum sum) {
        Formats f = who.formats();
        Div head = new Div(new H2(t("shadow.result")),
            Downloads.button("shadow-export", t("action.export"), VaadinIcon.DOWNLOAD, () -> "shadow-billing.csv", out -> export(a, out)));
        head.addClassName("card-head");
        String sign = sum.difference().isPositive() ? "+" : "";
        FigureRow figures = new FigureRow("shadow").put("bills", Formats.count(sum.bills()), t("shadow.bills"), "").put("different", Formats.count(sum.different()), t("shadow.different"), "info")
            .put("was", f.money(sum.was()), t("shadow.wasOnly"), "").put("would", f.money(sum.wouldBe()), t("shadow.wouldOnly"), "")
            .put("difference", sign + f.money(sum.difference()), t("shadow.differenceOnly"), sum.difference().isNegative() ? "bad" : sum.difference().isPositive() ? "good" : "");
        Div frame = new Div(new DifferencesGrid(shadow, a, who));
        frame.addClassName("grid-frame");
        result.removeAll();
        result.add(head, figures, frame);
    }

    private void export(Assumption a, Writer out) throws IOException {
        Csv csv = new Csv(out).row(t("bills.number"), t("field.subscriber"), t("shadow.wasOnly"), t("shadow.wouldOnly"), t("shadow.differenceOnly"));
        ListQuery query = ListQuery.first(ListQuery.MOST);
        while (query != null) {
            Page<Difference> page = shadow.compare(who.caller(), a, query);
            for (Difference d : page.items()) csv.row(d.billNumber(), d.subscriberName(), d.was(), d.wouldBe(), d.difference());
            query = page.next() == null ? null : query.after(page.next());
        }
    }

    @Override
    public String getPageTitle() {
        return t("shadow.title");
    }
}

package io.mtandao.ui.cutoff;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.mtandao.api.billing.CutOffs.FuseState;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.Formats;
import java.util.List;
import java.util.function.Consumer;

/** The fuses: loud is what has blown, with the way on; those that are whole stay in one folded line. */
final class FuseCards extends Div {
    private static final long serialVersionUID = 1;
    private static final int NEVER = 100;
    private final transient Formats formats;
    private final String isp;

    /** @param isp what the fuse over all is called @param reset null for who may not */
    FuseCards(List<FuseState> fuses, String isp, Formats formats, Consumer<FuseState> reset) {
        this.formats = formats;
        this.isp = isp;
        setId("fuses");
        addClassName("fuses");
        fuses.stream().filter(f -> f.blownAt() != null).forEach(f -> add(blown(f, reset)));
        List<FuseState> whole = fuses.stream().filter(f -> f.blownAt() == null).toList();
        if (whole.isEmpty()) return;
        Div rows = new Div();
        whole.forEach(f -> rows.add(whole(f)));
        NativeDetails folded = new NativeDetails(new Span(t(whole.size() == fuses.size() ? "cuts.fusesWhole" : "cuts.fusesOthers", whole.size())), rows);
        folded.addClassNames("card", "section", "fuses-whole");
        add(folded);
    }

    static String name(FuseState f, String isp) {
        return f.routerId() == null ? isp : f.name();
    }

    private Div blown(FuseState f, Consumer<FuseState> reset) {
        String id = "fuse-" + (f.routerId() == null ? "isp" : f.routerId());
        H2 head = new H2(t("cuts.blown", name(f, isp)));
        Div card = new Div(VaadinIcon.EXCLAMATION_CIRCLE.create(), new Div(head, new Paragraph(t("cuts.blownText", f.cut(), f.held(), f.percent(), f.served())),
            new Paragraph(t("cuts.blownAdvice")), new Span(t("cuts.blownAt", formats.time(f.blownAt())))));
        card.setId(id);
        card.addClassName("fuse-blown");
        if (reset != null) card.add(Buttons.primary(id + "-reset", t("cuts.reset"), VaadinIcon.PLAY, e -> reset.accept(f)));
        return card;
    }

    private Div whole(FuseState f) {
        Span name = new Span(name(f, isp));
        name.addClassName("fuse-name");
        ProgressBar bar = new ProgressBar(0, 1, f.served() == 0 ? 0 : Math.min(1d, (double) f.cut() * NEVER / f.percent() / f.served()));
        Span text = new Span(f.percent() == NEVER ? t("cuts.neverBlows", f.cut(), f.served()) : t("cuts.load", f.cut(), f.served(), f.percent()));
        text.addClassName("narrow-second");
        Div row = new Div(name, bar, text);
        row.addClassName("fuse-row");
        return row;
    }
}

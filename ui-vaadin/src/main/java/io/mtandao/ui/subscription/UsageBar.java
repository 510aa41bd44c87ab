package io.mtandao.ui.subscription;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.mtandao.api.billing.Usage.Volume;
import io.mtandao.ui.kit.Formats;

/** How much of the data of a period is used. */
final class UsageBar extends Div {
    private static final long serialVersionUID = 1;
    /** From here on the bar warns, in per cent. */
    private static final long NEARLY = 85;

    UsageBar(Volume v) {
        addClassName("usage-bar");
        long percent = percent(v);
        ProgressBar bar = new ProgressBar(0, 100, Math.min(100, percent));
        bar.getElement().setAttribute("aria-label", t("usage.title"));
        bar.addClassName(v.usedUp() ? "usage-over" : percent >= NEARLY ? "usage-nearly" : "usage-well");
        Span used = new Span(t("usage.of", Formats.bytes(v.usedBytes()), Formats.bytes(v.capBytes())));
        Div words = new Div(used, new Span(percent + " %"));
        words.addClassName("usage-words");
        add(words, bar);
    }

    /** Whole ones that are full: 100 is never shown before it is reached. */
    static long percent(Volume v) {
        return v.capBytes() == 0 ? 100 : (long) (100.0 * v.usedBytes() / v.capBytes());
    }
}

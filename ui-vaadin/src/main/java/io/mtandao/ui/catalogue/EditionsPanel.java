package io.mtandao.ui.catalogue;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.mtandao.api.billing.Packages.Edition;
import io.mtandao.ui.kit.Badge;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.Formats;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** How a package was, is and will be sold; what is only planned can be taken back. */
final class EditionsPanel extends Div {
    private static final long serialVersionUID = 1;
    private final transient Formats formats;

    /** @param editions newest first @param current number of the one sold now @param cancel null for who may not */
    EditionsPanel(List<Edition> editions, int current, Formats formats, Consumer<Edition> cancel) {
        this.formats = formats;
        setId("package-editions");
        addClassNames("card", "editions");
        add(new H2(t("packages.editions")));
        Paragraph text = new Paragraph(t("packages.editionsText"));
        text.addClassName("hint");
        add(text);
        Instant now = formats.clock().instant();
        for (int i = 0; i < editions.size(); i++) {
            Edition e = editions.get(i);
            add(row(e, i + 1 < editions.size() ? editions.get(i + 1) : null, e.from().isAfter(now), current, cancel));
        }
    }

    private Div row(Edition e, Edition before, boolean planned, int current, Consumer<Edition> cancel) {
        Badge state = planned ? new Badge(t("packages.planned"), Badge.Tone.INFO)
            : e.number() == current ? new Badge(t("packages.soldNow"), Badge.Tone.GOOD) : new Badge(t("packages.earlier"), Badge.Tone.PLAIN);
        Span head = new Span(t("packages.edition", e.number(), formats.day(e.from())));
        head.addClassName("narrow-first");
        Span what = new Span(EditionText.what(e, formats));
        String changes = EditionText.changes(e, before, formats);
        Span more = new Span((changes.isEmpty() ? "" : changes + " · ") + (before == null ? "" : t(e.forAll() ? "packages.forAll" : "packages.forNew") + " · ")
            + t("packages.usedBy", Formats.count(e.subscriptions())));
        more.addClassName("narrow-second");
        Div words = new Div(head, what, more);
        words.addClassName("edition-words");
        Div row = new Div(words, state);
        row.addClassName("edition-row");
        if (planned && cancel != null) row.add(Buttons.danger("edition-" + e.number() + "-cancel", t("packages.cancelEdition"), VaadinIcon.CLOSE_SMALL, x -> cancel.accept(e)));
        return row;
    }
}

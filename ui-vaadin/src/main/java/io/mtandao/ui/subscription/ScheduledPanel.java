package io.mtandao.ui.subscription;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.mtandao.api.billing.ScheduledChange;
import io.mtandao.api.billing.ScheduledChange.Kind;
import io.mtandao.api.billing.Subscription;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Badge;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.Problems;
import io.mtandao.ui.kit.Texts;
import io.mtandao.ui.kit.Toast;
import java.util.List;

/** What is to happen by itself, and what became of what was. */
final class ScheduledPanel extends Div {
    private static final long serialVersionUID = 1;

    ScheduledPanel(Subscription s, SubscriptionServices services, Who who, boolean write, Runnable changed, Deeds deeds) {
        addClassName("card");
        setId("scheduled");
        Formats f = who.formats();
        Div head = new Div(new H3(t("scheduled.title")));
        head.addClassName("card-head");
        if (write) head.add(Buttons.small("scheduled-new", t("deed.SCHEDULE"), VaadinIcon.PLUS, e -> deeds.start(Deed.SCHEDULE, s)));
        add(head);
        List<ScheduledChange> all = services.subscriptions().scheduled(who.caller(), s.id());
        if (all.isEmpty()) add(new Paragraph(t("scheduled.none")));
        for (ScheduledChange c : all) {
            Div row = row(c, f);
            if (write && c.state() == ScheduledChange.State.WAITING) {
                row.add(Buttons.icon("scheduled-" + c.id() + "-cancel", t("scheduled.cancel"), VaadinIcon.CLOSE_SMALL, e -> {
                    if (!Problems.attempt(() -> services.subscriptions().cancelScheduled(who.caller(), c.id()))) return;
                    Toast.ok(t("scheduled.cancelled"));
                    changed.run();
                }));
            }
            add(row);
        }
    }

    private static Div row(ScheduledChange c, Formats f) {
        Span first = new Span(what(c));
        first.addClassName("narrow-first");
        Span second = new Span(when(c, f) + " · " + c.by() + (c.reason() == null ? "" : " · " + c.reason()));
        second.addClassName("narrow-second");
        Div words = new Div(first, second);
        if (c.failure() != null) {
            Span failure = new Span(Problems.phrase(c.failure()));
            failure.addClassName("failure");
            words.add(failure);
        }
        Div row = new Div(words, Badge.of("scheduledState", c.state()));
        row.setId("scheduled-" + c.id());
        row.addClassNames("line-row");
        return row;
    }

    static String what(ScheduledChange c) {
        return c.kind() == Kind.CHANGE_PACKAGE ? t("scheduled.changeTo", c.packageName()) : Texts.of("scheduledKind", c.kind());
    }

    static String when(ScheduledChange c, Formats f) {
        return c.at() == null ? t("scheduled.atRenewal") : f.time(c.at());
    }
}

package io.mtandao.ui.subscription;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Page;
import io.mtandao.api.billing.Subscriptions;
import io.mtandao.api.billing.Subscriptions.Step;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Badge;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.Formats;

/** Who let a subscription take which step, and why: newest first, older ones on request. */
final class HistoryPanel extends Div {
    private static final long serialVersionUID = 1;
    private static final int AT_ONCE = 20;
    private final transient Subscriptions subscriptions;
    private final transient Who who;
    private final long id;
    private final Div steps = new Div();
    private final Button older = Buttons.small("history-older", t("history.older"), null, e -> more());
    private String next;

    HistoryPanel(long id, Subscriptions subscriptions, Who who) {
        this.subscriptions = subscriptions;
        this.who = who;
        this.id = id;
        setId("history");
        addClassName("card");
        steps.addClassName("timeline");
        add(new H3(t("history.title")), steps, older);
        more();
    }

    private void more() {
        Page<Step> page = subscriptions.history(who.caller(), id, new ListQuery(null, null, null, AT_ONCE, next));
        Formats f = who.formats();
        page.items().forEach(s -> steps.add(step(s, f)));
        next = page.next();
        older.setVisible(next != null);
        if (steps.getChildren().findAny().isEmpty()) steps.add(new Span(t("history.none")));
    }

    private static Div step(Step s, Formats f) {
        Div states = new Div();
        states.addClassName("timeline-states");
        if (s.from() != null) states.add(Badge.of("subscriptionState", s.from()), new Span("→"));
        states.add(Badge.of("subscriptionState", s.to()));
        Span who = new Span(f.time(s.at()) + " · " + s.who());
        who.addClassName("narrow-second");
        Div step = new Div(states, who);
        step.addClassName("timeline-step");
        if (s.why() != null) step.add(new Span(s.why()));
        return step;
    }
}

package io.mtandao.ui.kit;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.mtandao.api.ListQuery;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscribers;
import io.mtandao.ui.access.Who;
import java.util.Map;
import java.util.stream.Stream;

/** Chooses a subscriber by typing some of the name, phone, account or user name. Shows the best {@value #SHOWN}: whoever is not among them types on. */
public final class SubscriberBox extends ComboBox<Subscriber> {
    private static final long serialVersionUID = 1;
    private static final int SHOWN = 20;

    public SubscriberBox(String id, String label, Subscribers subscribers, Who who) {
        setId(id);
        setLabel(label);
        setItemLabelGenerator(Subscriber::name);
        setRenderer(new ComponentRenderer<>(SubscriberBox::row));
        setPageSize(SHOWN);
        setItems(query -> {
            int offset = query.getOffset();
            int limit = Math.min(query.getLimit(), SHOWN);
            String typed = query.getFilter().orElse("");
            if (offset > 0) return Stream.empty();
            return subscribers.list(who.caller(), new ListQuery(typed, Map.of(), null, limit, null)).items().stream();
        });
    }

    private static Div row(Subscriber s) {
        Span name = new Span(s.name());
        name.addClassName("narrow-first");
        Span more = new Span(s.accountNumber() + (s.phone() == null ? "" : " · " + s.phone()));
        more.addClassName("narrow-second");
        Div row = new Div(name, more);
        row.addClassName("search-row");
        return row;
    }
}

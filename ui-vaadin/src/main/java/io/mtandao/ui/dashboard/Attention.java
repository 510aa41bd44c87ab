package io.mtandao.ui.dashboard;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.List;

/** What somebody must look at, most pressing first; says so when there is nothing. */
final class Attention extends Div {
    private static final long serialVersionUID = 1;

    /** @param id of the link */
    record Item(String id, VaadinIcon icon, String text, Class<? extends Component> where, QueryParameters query, boolean isLoud) {
        Item(String id, VaadinIcon icon, String text, Class<? extends Component> where) {
            this(id, icon, text, where, QueryParameters.empty(), false);
        }

        /** An alarm. */
        Item loud() {
            return new Item(id, icon, text, where, query, true);
        }
    }

    Attention(List<Item> items) {
        setId("attention");
        addClassNames("card", "attention");
        add(new H2(t("attention.title")));
        if (items.isEmpty()) {
            Div fine = new Div(VaadinIcon.CHECK_CIRCLE.create(), new Span(t("attention.none")));
            fine.addClassNames("note", "note-good");
            add(fine);
        }
        for (Item i : items) {
            RouterLink row = new RouterLink();
            row.setRoute(i.where());
            row.setQueryParameters(i.query());
            row.setId("attention-" + i.id());
            row.add(i.icon().create(), new Span(i.text()), VaadinIcon.ANGLE_RIGHT.create());
            row.addClassName("attention-row");
            if (i.isLoud()) row.addClassName("attention-loud");
            add(row);
        }
    }
}

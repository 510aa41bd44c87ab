package io.mtandao.ui.access;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.RouterLink;
import io.mtandao.ui.kit.Texts;

/** The frame of the small pages before the sign-in: title, one sentence, fields, one button, ways on. */
public abstract class FormPage extends Div {
    private static final long serialVersionUID = 1;

    protected FormPage(String texts) {
        addClassName("form-page");
        add(new H1(Texts.t(texts + ".title")), new Paragraph(Texts.t(texts + ".text")));
    }

    protected void ways(Component... links) {
        Div row = new Div(links);
        row.addClassName("form-ways");
        add(row);
    }

    protected static RouterLink way(String id, String text, Class<? extends Component> view) {
        RouterLink link = new RouterLink(text, view);
        link.setId(id);
        return link;
    }
}

package io.mtandao.ui.subscriber;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.RouterLink;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Page;
import io.mtandao.api.billing.CustomField;
import io.mtandao.api.billing.CustomFields;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscriber.Contact;
import io.mtandao.api.billing.Subscriber.Details;
import io.mtandao.api.billing.Subscriber.MapPoint;
import io.mtandao.api.billing.Subscribers;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Badge;
import io.mtandao.ui.kit.EmptyState;
import io.mtandao.ui.kit.Facts;
import io.mtandao.ui.kit.Formats;
import java.time.LocalDate;

/** Where a subscriber is, who else can be called, what the ISP's own fields say, who pays for whom. */
final class AboutPanel extends Div {
    private static final long serialVersionUID = 1;

    AboutPanel(Subscriber s, Subscribers subscribers, CustomFields customFields, Who who) {
        addClassName("cards");
        Details d = s.details();
        Formats f = who.formats();
        Facts where = new Facts().put(t("field.place"), s.place()).put(t("field.building"), d.building()).put(t("field.unit"), d.unit()).put(t("field.zone"), d.zone());
        if (d.point() != null) where.put(t("subForm.point"), map(d.point()));
        card("about-place", t("subForm.place"), where);
        if (!d.contacts().isEmpty()) {
            Div all = new Div();
            d.contacts().forEach(c -> all.add(contact(c)));
            card("about-contacts", t("subForm.contacts"), all);
        }
        if (!d.custom().isEmpty()) {
            Facts own = new Facts();
            for (CustomField field : customFields.list(who.caller())) own.put(field.label(), value(field, d.custom().get(field.key()), f));
            card("about-own", t("subForm.own"), own);
        }
        if (d.payerId() != null) card("about-payer", t("about.paidBy"), person(d.payerId(), d.payerName(), t("about.paidByText"), null));
        else paysFor(subscribers.list(who.caller(), ListQuery.where("payerId", Long.toString(s.id()))));
        if (getChildren().findAny().isEmpty()) add(new EmptyState(VaadinIcon.INFO_CIRCLE_O, t("about.none"), t("about.noneText")));
    }

    private void paysFor(Page<Subscriber> others) {
        if (others.items().isEmpty()) return;
        Div all = new Div();
        others.items().forEach(o -> all.add(person(o.id(), o.name(), o.accountNumber(), o.standing() == null ? null : Badge.of("subscriptionState", o.standing().state()))));
        if (others.next() != null) all.add(new Span(t("about.more")));
        card("about-pays-for", t("about.paysFor"), all);
    }

    private void card(String id, String title, Component content) {
        if (content.getChildren().findAny().isEmpty()) return;
        Div card = new Div(new H3(title), content);
        card.setId(id);
        card.addClassNames("card", "about-card");
        add(card);
    }

    private static Div person(long id, String name, String more, Component right) {
        Span second = new Span(more);
        second.addClassName("narrow-second");
        Div row = new Div(new Div(new RouterLink(name, SubscriberView.class, id), second));
        if (right != null) row.add(right);
        row.addClassName("narrow-row");
        return row;
    }

    private static Div contact(Contact c) {
        Div reach = new Div();
        reach.addClassName("subscriber-reach");
        if (c.phone() != null) reach.add(new Anchor("tel:" + c.phone(), c.phone()));
        if (c.email() != null) reach.add(new Anchor("mailto:" + c.email(), c.email()));
        Span name = new Span(c.name());
        name.addClassName("narrow-first");
        Div row = new Div(name);
        row.addClassName("contact");
        if (c.role() != null) row.add(new Span(c.role()));
        row.add(reach);
        return row;
    }

    private static Anchor map(MapPoint p) {
        String at = Coordinates.text(p.latitude()) + ", " + Coordinates.text(p.longitude());
        Anchor a = new Anchor("https://www.openstreetmap.org/?mlat=" + p.latitude() + "&mlon=" + p.longitude() + "#map=18/" + p.latitude() + "/" + p.longitude(), at, AnchorTarget.BLANK);
        a.getElement().setAttribute("rel", "noreferrer");
        return a;
    }

    private static String value(CustomField field, String value, Formats f) {
        if (value == null) return null;
        if (field.kind() == CustomField.Kind.YES_NO) return CustomFieldsForm.answer(value);
        LocalDate day = field.kind() == CustomField.Kind.DATE ? CustomFieldsForm.day(value) : null;
        return day == null ? value : f.day(day);
    }
}

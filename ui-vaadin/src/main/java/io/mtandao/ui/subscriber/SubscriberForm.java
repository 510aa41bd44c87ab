package io.mtandao.ui.subscriber;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.mtandao.api.billing.CustomField;
import io.mtandao.api.billing.CustomFields;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscriber.Details;
import io.mtandao.api.billing.Subscribers;
import io.mtandao.api.billing.Subscribers.Draft;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.FormDialog;
import io.mtandao.ui.kit.FormSection;
import io.mtandao.ui.kit.SubscriberBox;
import java.util.List;
import java.util.function.Consumer;

/** Who a subscriber is: what everybody has on top, the rest in sections that are folded while they are empty. */
final class SubscriberForm extends Div {
    private static final long serialVersionUID = 1;
    private final transient Checks checks = new Checks().reveal(FormSection::reveal);
    private final transient Details old;
    private final TextField name = new TextField(t("field.name"));
    private final TextField phone = new TextField(t("field.phone"));
    private final EmailField email = new EmailField(t("field.email"));
    private final TextField account = new TextField(t("field.account"));
    private final TextField place = new TextField(t("field.place"));
    private final TextArea notes = new TextArea(t("field.notes"));
    private final TextField building = new TextField(t("field.building"));
    private final TextField unit = new TextField(t("field.unit"));
    private final TextField zone = new TextField(t("field.zone"));
    private final TagsField tags;
    private final MapPointFields point;
    private final ContactsField contacts;
    private final CustomFieldsForm own;
    private final SubscriberBox payer;

    /** @param s null for a new one */
    SubscriberForm(Subscriber s, Subscribers subscribers, CustomFields customFields, Who who) {
        old = s == null ? Details.NONE : s.details();
        List<CustomField> fields = customFields.list(who.caller());
        ids(s == null);
        checks.text("name", name, Checks.needed(), Checks.atMost(120)).text("phone", phone, Checks.phone())
            .text("email", email, Checks.email()).text("accountNumber", account, Checks.atMost(40), v -> s != null && v.isEmpty() ? t("check.needed") : null)
            .text("place", place, Checks.atMost(200)).text("notes", notes, Checks.atMost(2000)).alias("account", "accountNumber")
            .text("building", building, Checks.atMost(120)).text("unit", unit, Checks.atMost(60)).text("zone", zone, Checks.atMost(60));
        tags = new TagsField("sub-tags", subscribers.tags(who.caller()).keySet(), old.tags());
        checks.field("tags", tags, () -> null);
        point = new MapPointFields(checks, old.point());
        contacts = new ContactsField(checks, old.contacts());
        own = new CustomFieldsForm(checks, fields, old.custom());
        payer = new SubscriberBox("sub-payer", t("subForm.payer"), subscribers, who);
        payer.setClearButtonVisible(true);
        payer.setHelperText(t("subForm.payerHelp"));
        payer.setWidthFull();
        if (old.payerId() != null) payer.setValue(subscribers.get(who.caller(), old.payerId()));
        checks.field("payerId", payer, () -> s != null && !payer.isEmpty() && payer.getValue().id() == s.id() ? t("subForm.payerSelf") : null);
        if (s != null) fill(s);
        build(fields);
    }

    private void ids(boolean fresh) {
        name.setId("sub-name");
        name.setRequiredIndicatorVisible(true);
        phone.setId("sub-phone");
        email.setId("sub-email");
        account.setId("sub-account");
        account.setHelperText(t(fresh ? "subscribers.accountHelpNew" : "subscribers.accountHelp"));
        place.setId("sub-place");
        notes.setId("sub-notes");
        building.setId("sub-building");
        unit.setId("sub-unit");
        zone.setId("sub-zone");
    }

    private void build(List<CustomField> fields) {
        FormLayout who = columns(name, phone, email, account, tags, notes);
        who.setColspan(name, 2);
        who.setColspan(tags, 2);
        who.setColspan(notes, 2);
        FormLayout where = columns(place, building, unit, zone);
        where.setColspan(place, 2);
        boolean placed = old.building() != null || old.unit() != null || old.zone() != null || old.point() != null || !place.isEmpty();
        add(who, new FormSection("sub-section-place", t("subForm.place"), placed, where, point),
            new FormSection("sub-section-contacts", t("subForm.contacts"), !old.contacts().isEmpty(), contacts));
        if (!fields.isEmpty()) {
            boolean needed = !old.custom().isEmpty() || fields.stream().anyMatch(CustomField::required);
            add(new FormSection("sub-section-own", t("subForm.own"), needed, own));
        }
        add(new FormSection("sub-section-payer", t("subForm.pays"), old.payerId() != null, payer));
    }

    private static FormLayout columns(com.vaadin.flow.component.Component... fields) {
        FormLayout form = new FormLayout(fields);
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("24em", 2));
        return form;
    }

    private void fill(Subscriber s) {
        name.setValue(s.name());
        phone.setValue(orEmpty(s.phone()));
        email.setValue(orEmpty(s.email()));
        account.setValue(s.accountNumber());
        place.setValue(orEmpty(s.place()));
        notes.setValue(orEmpty(s.notes()));
        building.setValue(orEmpty(old.building()));
        unit.setValue(orEmpty(old.unit()));
        zone.setValue(orEmpty(old.zone()));
    }

    void dialog(String title, Consumer<Draft> save) {
        FormDialog dialog = new FormDialog(title, this, t("action.save"), "sub-save", () -> checks.attempt(() -> save.accept(draft())));
        dialog.setWidth("680px");
        dialog.open();
        name.focus();
    }

    /** Details that nobody touched are left as they are. */
    private Draft draft() {
        Details now = new Details(orNull(building), orNull(unit), orNull(zone), point.point(), contacts.contacts(), tags.tags(), own.values(), payer.isEmpty() ? null : payer.getValue().id(),
            old.payerName());
        return new Draft(name.getValue().trim(), orNull(phone), orNull(email), orNull(account), orNull(place), orNull(notes), now.equals(old) ? null : now);
    }

    private static String orEmpty(String s) {
        return s == null ? "" : s;
    }

    private static String orNull(com.vaadin.flow.component.textfield.TextFieldBase<?, String> f) {
        return f.getValue().isBlank() ? null : f.getValue().trim();
    }
}

package io.mtandao.ui.subscription;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.mtandao.api.ListQuery;
import io.mtandao.api.billing.AddOn;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.Usage.Volume;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.Facts;
import io.mtandao.ui.kit.FormDialog;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.Toast;
import java.util.List;
import java.util.Map;

/** The data of the running period, and buying more of it from the wallet. */
final class UsagePanel extends Div {
    private static final long serialVersionUID = 1;
    private final transient Subscription subscription;
    private final transient SubscriptionServices services;
    private final transient Who who;
    private final transient Runnable changed;

    UsagePanel(Subscription s, SubscriptionServices services, Who who, boolean write, Runnable changed) {
        subscription = s;
        this.services = services;
        this.who = who;
        this.changed = changed;
        setId("usage");
        addClassName("card");
        Formats f = who.formats();
        Volume v = services.usage().of(who.caller(), s.id());
        Div head = new Div(new H3(t("usage.title")));
        head.addClassName("card-head");
        if (write && v.capBytes() != null) head.add(Buttons.small("usage-top-up", t("usage.topUp"), VaadinIcon.PLUS, e -> topUp(f)));
        add(head);
        if (v.capBytes() != null) add(new UsageBar(v));
        if (v.usedUp()) {
            Div note = new Div(new Span(t(v.downKbps() == 0 && v.upKbps() == 0 ? "usage.cut" : "usage.throttled", Formats.speed(v.downKbps()), Formats.speed(v.upKbps()))));
            note.addClassNames("note", "note-warn");
            add(note);
        }
        Facts facts = new Facts();
        if (v.capBytes() == null) facts.put(t("usage.used"), Formats.bytes(v.usedBytes()));
        if (v.toppedUpBytes() > 0) facts.put(t("usage.toppedUp"), Formats.bytes(v.toppedUpBytes()));
        if (!v.usedUp()) facts.put(t("usage.speed"), t("usage.speeds", Formats.speed(v.downKbps()), Formats.speed(v.upKbps())));
        facts.put(t("usage.since"), f.time(v.periodFrom()));
        add(facts);
    }

    private void topUp(Formats f) {
        List<AddOn> offers = services.addOns().list(who.caller(), new ListQuery(null, Map.of("archived", "false"), null, ListQuery.MOST, null)).items().stream()
            .filter(a -> a.dataMegabytes() > 0).toList();
        if (offers.isEmpty()) {
            Toast.fail(t("usage.noOffer"));
            return;
        }
        RadioButtonGroup<AddOn> choice = new RadioButtonGroup<>(t("usage.offer"));
        choice.setId("top-up-offer");
        choice.setItems(offers);
        choice.setItemLabelGenerator(a -> a.name() + " · " + f.money(a.price()));
        choice.addThemeVariants(com.vaadin.flow.component.radiobutton.RadioGroupVariant.LUMO_VERTICAL);
        if (offers.size() == 1) choice.setValue(offers.get(0));
        Checks checks = new Checks().field("addOnId", choice, () -> choice.isEmpty() ? t("check.needed") : null);
        String wallet = f.money(services.subscribers().get(who.caller(), subscription.subscriberId()).balance());
        new FormDialog(t("usage.topUp"), new Div(new Paragraph(t("usage.topUpText", wallet)), choice), t("usage.buy"), "top-up-submit", () -> {
            if (!checks.attempt(() -> services.usage().topUp(who.caller(), subscription.id(), choice.getValue().id()))) return false;
            Toast.ok(t("usage.bought", choice.getValue().name()));
            changed.run();
            return true;
        }).open();
    }
}

package io.mtandao.ui.subscription;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.ScheduledChange;
import io.mtandao.api.billing.Subscription;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.AskReason;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.FormDialog;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.Texts;
import java.util.List;
import java.util.function.Consumer;

/** Another package: now, settled to the day, with the sum in front of one's eyes; or from the next renewal on. */
final class ChangeDialog extends Div {
    private static final long serialVersionUID = 1;

    /** When the other package begins. */
    enum Begin {
        NOW,
        RENEWAL
    }

    private final transient SubscriptionServices services;
    private final transient Who who;
    private final transient Subscription subscription;
    private final ComboBox<InternetPackage> pack;
    private final RadioButtonGroup<Begin> begin = new RadioButtonGroup<>(t("change.when"));
    private final QuotePanel quote;
    private final TextField reason = AskReason.field("change");
    private final transient Checks checks = new Checks();

    ChangeDialog(Subscription s, List<InternetPackage> possible, SubscriptionServices services, Who who) {
        this.services = services;
        this.who = who;
        subscription = s;
        addClassName("stack");
        pack = chooser("change-package", possible, who.formats());
        begin.setId("change-begin");
        begin.setItems(Begin.values());
        begin.setItemLabelGenerator(b -> Texts.of("changeBegin", b));
        begin.setValue(Begin.NOW);
        quote = new QuotePanel(who.formats());
        reason.setLabel(t("change.reason"));
        checks.field("packageId", pack, () -> pack.isEmpty() ? t("check.needed") : null).text("reason", reason, Checks.atMost(200));
        pack.addValueChangeListener(e -> ask());
        begin.addValueChangeListener(e -> ask());
        add(pack, begin, quote, reason);
    }

    /** Packages by name, with price and period. */
    static ComboBox<InternetPackage> chooser(String id, List<InternetPackage> packages, Formats f) {
        ComboBox<InternetPackage> box = new ComboBox<>(t("field.package"));
        box.setId(id);
        box.setWidthFull();
        box.setItems(packages);
        box.setItemLabelGenerator(p -> p.name() + " · " + f.money(p.price()) + " / " + f.period(p.period()));
        return box;
    }

    private void ask() {
        if (pack.isEmpty()) quote.clear();
        else if (begin.getValue() == Begin.RENEWAL) quote.say(t("change.atRenewal", pack.getValue().name(), who.formats().money(pack.getValue().price())));
        else quote.show(() -> services.subscriptions().quoteChange(who.caller(), subscription.id(), pack.getValue().id()));
    }

    void open(Consumer<String> done) {
        new FormDialog(t("change.title", subscription.packageName()), this, t("deed.CHANGE_PACKAGE"), "change-submit", () -> {
            if (!checks.attempt(this::change)) return false;
            done.accept(t(begin.getValue() == Begin.NOW ? "change.done" : "change.planned", pack.getValue().name()));
            return true;
        }).open();
    }

    private void change() {
        String why = reason.getValue().isBlank() ? null : reason.getValue().trim();
        if (begin.getValue() == Begin.NOW) services.subscriptions().changePackage(who.caller(), subscription.id(), pack.getValue().id(), why);
        else services.subscriptions().schedule(who.caller(), subscription.id(), ScheduledChange.Kind.CHANGE_PACKAGE, null, pack.getValue().id(), why);
    }
}

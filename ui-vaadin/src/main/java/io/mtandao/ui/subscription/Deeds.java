package io.mtandao.ui.subscription;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.mtandao.api.ListQuery;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscription;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Ask;
import io.mtandao.ui.kit.AskReason;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.FormDialog;
import io.mtandao.ui.kit.Problems;
import io.mtandao.ui.kit.Toast;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Does what was chosen for a subscription, each after asking what it must know. */
public final class Deeds {
    private final SubscriptionServices services;
    private final Who who;
    private final Runnable changed;

    /** @param changed runs after each that went well */
    public Deeds(SubscriptionServices services, Who who, Runnable changed) {
        this.services = services;
        this.who = who;
        this.changed = changed;
    }

    public void start(Deed deed, Subscription s) {
        switch (deed) {
            case ACTIVATE -> new ActivateDialog(s, services, who).open(() -> done(t("activate.done")));
            case RENEW -> renew(s);
            case RESUME -> attempt(() -> services.subscriptions().resume(who.caller(), s.id()), t("subscriptions.resumed"));
            case CHANGE_PACKAGE -> new ChangeDialog(s, alike(s), services, who).open(this::done);
            case MOVE_EXPIRY -> new ExpiryDialog(s, who).open(services, () -> done(t("expiry.done")));
            case PAUSE -> pause(s);
            case SUSPEND -> suspend(s);
            case SCHEDULE -> new ScheduleDialog(s, alike(s), services, who).open(() -> done(t("schedule.done")));
            case EDIT -> edit(s);
            case CANCEL -> cancel(s);
        }
    }

    public void create(Subscriber subscriber) {
        new SubscriptionForm(null, sold(), routers(), who.formats()).propose(subscriber.name()).dialog(t("subscriptions.new"), subscriber.id(), draft -> {
            services.subscriptions().create(who.caller(), draft);
            done(t("subscriptions.created"));
        });
    }

    private void edit(Subscription s) {
        List<InternetPackage> packages = new ArrayList<>(sold());
        // an archived one is sold no more, but this subscription has it
        if (packages.stream().noneMatch(p -> p.id() == s.packageId())) packages.add(services.packages().get(who.caller(), s.packageId()));
        new SubscriptionForm(s, packages, routers(), who.formats()).dialog(t("subscriptions.edit"), s.subscriberId(), draft -> {
            services.subscriptions().update(who.caller(), s.id(), s.version(), draft);
            done(t("subscriptions.saved"));
        });
    }

    private void renew(Subscription s) {
        Ask.first(t("subscriptions.renewTitle"), t("subscriptions.renewText", s.packageName(), who.formats().money(s.price())), t("deed.RENEW"), false,
            () -> attempt(() -> services.subscriptions().renew(who.caller(), s.id()), t("subscriptions.renewed")));
    }

    private void pause(Subscription s) {
        AskReason.open("pause", t("subscriptions.pauseTitle"), t("subscriptions.pauseText"), t("deed.PAUSE"), reason -> {
            services.subscriptions().pause(who.caller(), s.id(), reason);
            done(t("subscriptions.paused"));
        });
    }

    private void suspend(Subscription s) {
        AskReason.open("suspend", t("subscriptions.suspendTitle"), t("subscriptions.suspendText"), t("deed.SUSPEND"), reason -> {
            services.subscriptions().suspend(who.caller(), s.id(), reason);
            done(t("subscriptions.suspended"));
        });
    }

    private void cancel(Subscription s) {
        TextField reason = AskReason.field("cancel");
        reason.setLabel(t("change.reason"));
        Checks checks = new Checks().text("reason", reason, Checks.atMost(200));
        Div content = new Div(new Paragraph(t("subscriptions.cancelText")), reason);
        FormDialog dialog = new FormDialog(t("subscriptions.cancelTitle"), content, t("deed.CANCEL"), "cancel-submit", () -> {
            if (!checks.attempt(() -> services.subscriptions().cancel(who.caller(), s.id(), reason.getValue().isBlank() ? null : reason.getValue().trim()))) return false;
            done(t("subscriptions.cancelled"));
            return true;
        });
        dialog.submit().addThemeVariants(com.vaadin.flow.component.button.ButtonVariant.LUMO_ERROR);
        dialog.open();
    }

    private List<InternetPackage> sold() {
        return services.packages().list(who.caller(), new ListQuery(null, Map.of("archived", "false"), "name", ListQuery.MOST, null)).items();
    }

    /** What it can be changed to: another service or another way of paying is another subscription. */
    private List<InternetPackage> alike(Subscription s) {
        return sold().stream().filter(p -> p.id() != s.packageId() && p.terms().service() == s.details().service() && p.terms().charging() == s.details().charging()).toList();
    }

    private List<io.mtandao.api.router.Router> routers() {
        return services.routers().list(who.caller(), ListQuery.first(ListQuery.MOST)).items();
    }

    private void attempt(Runnable call, String well) {
        if (Problems.attempt(call)) done(well);
    }

    private void done(String text) {
        Toast.ok(text);
        changed.run();
    }
}

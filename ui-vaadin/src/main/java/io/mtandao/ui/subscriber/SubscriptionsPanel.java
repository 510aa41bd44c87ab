package io.mtandao.ui.subscriber;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.Packages;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.Subscriptions;
import io.mtandao.api.router.Router;
import io.mtandao.api.router.Routers;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Ask;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.EmptyState;
import io.mtandao.ui.kit.FormDialog;
import io.mtandao.ui.kit.Problems;
import io.mtandao.ui.kit.Toast;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What one subscriber uses, and all that can be done with it. */
final class SubscriptionsPanel extends Div implements SubscriptionCard.Listener {
    private static final long serialVersionUID = 1;
    private final transient Subscriptions subscriptions;
    private final transient Packages packages;
    private final transient Routers routers;
    private final transient Who who;
    private final transient Runnable changed;
    private final transient Subscriber subscriber;

    SubscriptionsPanel(Subscriber subscriber, Subscriptions subscriptions, Packages packages, Routers routers, Who who, Runnable changed) {
        this.subscriber = subscriber;
        this.subscriptions = subscriptions;
        this.packages = packages;
        this.routers = routers;
        this.who = who;
        this.changed = changed;
        addClassName("cards");
    }

    void show(List<Subscription> of) {
        removeAll();
        boolean write = who.may(Permission.SUBSCRIPTIONS_WRITE);
        List<Router> known = routers.list(who.caller(), ListQuery.first(ListQuery.MOST)).items();
        for (Subscription s : of) {
            String router = known.stream().filter(r -> Objects.equals(r.id(), s.routerId())).map(Router::name).findFirst().orElse(null);
            add(new SubscriptionCard(s, routers.state(who.caller(), s.id()), router, who.formats(), write, this));
        }
        if (!of.isEmpty()) return;
        add(write ? new EmptyState(VaadinIcon.CONNECT_O, t("subscriptions.none"), t("subscriptions.noneText"),
                Buttons.primary("subscription-first", t("subscriptions.new"), VaadinIcon.PLUS, e -> create()))
            : new EmptyState(VaadinIcon.CONNECT_O, t("subscriptions.none"), t("subscriptions.noneRead")));
    }

    void create() {
        form(null).propose(subscriber.name()).dialog(t("subscriptions.new"), subscriber.id(), draft -> {
            subscriptions.create(who.caller(), draft);
            done(t("subscriptions.created"));
        });
    }

    @Override
    public void edit(Subscription s) {
        form(s).dialog(t("subscriptions.edit"), subscriber.id(), draft -> {
            subscriptions.update(who.caller(), s.id(), s.version(), draft);
            done(t("subscriptions.saved"));
        });
    }

    private SubscriptionForm form(Subscription old) {
        List<InternetPackage> sold = packages.list(who.caller(), new ListQuery(null, Map.of("archived", "false"), "name", ListQuery.MOST, null)).items();
        return new SubscriptionForm(old, sold, routers.list(who.caller(), ListQuery.first(ListQuery.MOST)).items(), who.formats());
    }

    @Override
    public void renew(Subscription s) {
        Ask.first(t("subscriptions.renewTitle"), t("subscriptions.renewText", s.packageName(), who.formats().money(s.price())), t("subscriptions.renew"), false,
            () -> attempt(() -> subscriptions.renew(who.caller(), s.id()), t("subscriptions.renewed")));
    }

    @Override
    public void suspend(Subscription s) {
        TextField reason = new TextField(t("field.reason"));
        reason.setId("suspend-reason");
        reason.setWidthFull();
        Checks checks = new Checks().text("reason", reason, Checks.needed(), Checks.atMost(200));
        new FormDialog(t("subscriptions.suspendTitle"), new Div(new Div(t("subscriptions.suspendText")), reason), t("subscriptions.suspend"), "suspend-submit", () -> {
            if (!checks.attempt(() -> subscriptions.suspend(who.caller(), s.id(), reason.getValue().trim()))) return false;
            done(t("subscriptions.suspended"));
            return true;
        }).open();
    }

    @Override
    public void resume(Subscription s) {
        attempt(() -> subscriptions.resume(who.caller(), s.id()), t("subscriptions.resumed"));
    }

    @Override
    public void cancel(Subscription s) {
        Ask.first(t("subscriptions.cancelTitle"), t("subscriptions.cancelText"), t("subscriptions.cancel"), true,
            () -> attempt(() -> subscriptions.cancel(who.caller(), s.id()), t("subscriptions.cancelled")));
    }

    private void attempt(Runnable call, String well) {
        if (Problems.attempt(call)) done(well);
    }

    private void done(String text) {
        Toast.ok(text);
        changed.run();
    }
}

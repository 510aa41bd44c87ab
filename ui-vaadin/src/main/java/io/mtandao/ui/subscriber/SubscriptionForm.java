package io.mtandao.ui.subscriber;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.Subscriptions.Draft;
import io.mtandao.api.router.Router;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.FormDialog;
import io.mtandao.ui.kit.Formats;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** What a subscriber uses: package, router, PPPoE name and password, and (for those who are brought in paid) until when. */
final class SubscriptionForm extends FormLayout {
    private static final long serialVersionUID = 1;
    private final transient Checks checks = new Checks();
    private final transient Formats formats;
    private final transient Subscription old;
    private final ComboBox<InternetPackage> pack = new ComboBox<>(t("field.package"));
    private final Select<Router> router = new Select<>();
    private final TextField user = new TextField(t("field.pppoeUser"));
    private final TextField password = new TextField(t("field.pppoePassword"));
    private final DatePicker expiry = new DatePicker(t("subscriptions.expiry"));

    /** @param old null for a new one */
    SubscriptionForm(Subscription old, List<InternetPackage> packages, List<Router> routers, Formats formats) {
        this.old = old;
        this.formats = formats;
        setResponsiveSteps(new ResponsiveStep("0", 1), new ResponsiveStep("24em", 2));
        pack.setId("subscription-package");
        pack.setItems(packages);
        pack.setItemLabelGenerator(p -> p.name() + " · " + formats.money(p.price()) + " / " + formats.period(p.period()));
        router.setId("subscription-router");
        router.setLabel(t("field.router"));
        router.setItems(routers);
        router.setItemLabelGenerator(r -> r == null ? t("subscriptions.noRouter") : r.name());
        router.setEmptySelectionAllowed(true);
        router.setEmptySelectionCaption(t("subscriptions.noRouter"));
        user.setId("subscription-user");
        user.setAutocomplete(Autocomplete.OFF);
        password.setId("subscription-password");
        password.setAutocomplete(Autocomplete.OFF);
        password.setHelperText(t(old == null ? "subscriptions.passwordMade" : "subscriptions.passwordKept"));
        expiry.setId("subscription-expiry");
        expiry.setHelperText(t("subscriptions.expiryHelp"));
        expiry.setClearButtonVisible(true);
        checks.field("packageId", pack, () -> pack.isEmpty() ? t("check.needed") : null)
            .text("pppoeUser", user, Checks.needed(), Checks.atMost(64), Checks.matches("\\S+", "check.noSpaces"))
            .text("pppoePassword", password, Checks.atMost(64)).field("expiresAt", expiry, () -> null).field("routerId", router, () -> null);
        add(pack, router, user, password, expiry);
        setColspan(pack, 2);
        fill(packages, routers);
    }

    private void fill(List<InternetPackage> packages, List<Router> routers) {
        if (old == null) {
            if (packages.size() == 1) pack.setValue(packages.get(0));
            if (routers.size() == 1) router.setValue(routers.get(0));
            return;
        }
        packages.stream().filter(p -> p.id() == old.packageId()).findFirst().ifPresent(pack::setValue);
        routers.stream().filter(r -> Objects.equals(r.id(), old.routerId())).findFirst().ifPresent(router::setValue);
        user.setValue(old.pppoeUser() == null ? "" : old.pppoeUser());
        if (old.expiresAt() != null) expiry.setValue(old.expiresAt().atZone(formats.zone()).toLocalDate());
    }

    /** The name that most ISPs would give: the subscriber's, without spaces. */
    SubscriptionForm propose(String subscriberName) {
        user.setValue(subscriberName.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", ""));
        return this;
    }

    void dialog(String title, long subscriberId, Consumer<Draft> save) {
        new FormDialog(title, this, t("action.save"), "subscription-save", () -> checks.attempt(() -> save.accept(draft(subscriberId)))).open();
    }

    private Draft draft(long subscriberId) {
        return new Draft(subscriberId, pack.getValue().id(), router.isEmpty() ? null : router.getValue().id(), user.getValue().trim(),
            password.isEmpty() ? null : password.getValue(), expiresAt());
    }

    /** The chosen day to its end in the ISP's zone; an untouched day keeps its exact time. */
    private Instant expiresAt() {
        if (expiry.isEmpty()) return null;
        if (old != null && old.expiresAt() != null && old.expiresAt().atZone(formats.zone()).toLocalDate().equals(expiry.getValue())) return old.expiresAt();
        return expiry.getValue().atTime(LocalTime.of(23, 59, 59)).atZone(formats.zone()).toInstant();
    }
}

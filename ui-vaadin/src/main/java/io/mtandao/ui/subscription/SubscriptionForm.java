package io.mtandao.ui.subscription;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import io.mtandao.api.billing.Charging;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.LineAddress;
import io.mtandao.api.billing.ServiceType;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.api.billing.Subscriptions.Draft;
import io.mtandao.api.router.Router;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.DayField;
import io.mtandao.ui.kit.FormDialog;
import io.mtandao.ui.kit.Formats;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * What a subscriber uses: package, router, and what the package's service asks for (PPPoE name and password, a fixed address, a device); for those who
 * are brought in paid, until when.
 */
final class SubscriptionForm extends FormLayout {
    private static final long serialVersionUID = 1;
    private final transient Checks checks = new Checks();
    private final transient Formats formats;
    private final transient Subscription old;
    private final ComboBox<InternetPackage> pack;
    private final Select<Router> router = new Select<>();
    private final TextField user = new TextField();
    private final TextField password = new TextField();
    private final TextField ip = new TextField(t("field.ipAddress"));
    private final TextField mac = new TextField(t("field.macAddress"));
    private final DayField expiry = new DayField("subscription-expiry", t("subscriptions.expiry")).clearable();

    /** @param old null for a new one @param packages with the old one's */
    SubscriptionForm(Subscription old, List<InternetPackage> packages, List<Router> routers, Formats formats) {
        this.old = old;
        this.formats = formats;
        setResponsiveSteps(new ResponsiveStep("0", 1), new ResponsiveStep("24em", 2));
        pack = ChangeDialog.chooser("subscription-package", packages, formats);
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
        ip.setId("subscription-ip");
        ip.setPlaceholder("10.20.0.7");
        mac.setId("subscription-mac");
        mac.setPlaceholder("4C:5E:0C:12:34:56");
        expiry.setHelperText(t("subscriptions.expiryHelp"));
        rules();
        add(pack, router, user, password, ip, mac, expiry);
        setColspan(pack, 2);
        fill(packages, routers);
        pack.addValueChangeListener(e -> show());
        show();
    }

    private void rules() {
        checks.field("packageId", pack, () -> pack.isEmpty() ? t("check.needed") : null)
            .text("pppoeUser", user, v -> service() == ServiceType.PPPOE && v.isEmpty() ? t("check.needed") : null, Checks.atMost(64),
                Checks.matches("\\S+", "check.noSpaces"))
            .text("pppoePassword", password, Checks.atMost(64))
            .text("ipAddress", ip, v -> service() == ServiceType.STATIC_IP && v.isEmpty() ? t("check.needed") : null,
                v -> ip.isVisible() ? Checks.matches(LineAddress.IPV4, "check.ip").wrong(v) : null)
            .text("macAddress", mac, v -> mac.isVisible() ? Checks.matches(LineAddress.MAC, "check.mac").wrong(v) : null)
            .field("expiresAt", expiry, () -> null).field("routerId", router, () -> null);
    }

    private ServiceType service() {
        return pack.isEmpty() ? ServiceType.PPPOE : pack.getValue().terms().service();
    }

    /** Only what the chosen package's service asks for. */
    private void show() {
        ServiceType service = service();
        user.setLabel(t(service == ServiceType.HOTSPOT ? "field.hotspotUser" : "field.pppoeUser"));
        user.setHelperText(service == ServiceType.HOTSPOT ? t("subscriptions.userOptional") : null);
        password.setLabel(t(service == ServiceType.HOTSPOT ? "field.hotspotPassword" : "field.pppoePassword"));
        user.setVisible(service != ServiceType.STATIC_IP);
        password.setVisible(service != ServiceType.STATIC_IP);
        ip.setVisible(service == ServiceType.STATIC_IP);
        mac.setVisible(service != ServiceType.PPPOE);
        mac.setHelperText(t(service == ServiceType.STATIC_IP ? "subscriptions.macStatic" : "subscriptions.macHotspot"));
        boolean postpaid = !pack.isEmpty() && pack.getValue().terms().charging() == Charging.POSTPAID;
        expiry.setVisible(isFresh() && !postpaid);
    }

    /** Not switched on yet, so that everything of it can still be chosen. */
    private boolean isFresh() {
        return old == null || old.state() == SubscriptionState.PENDING;
    }

    private void fill(List<InternetPackage> packages, List<Router> routers) {
        if (old == null) {
            if (packages.size() == 1) pack.setValue(packages.get(0));
            if (routers.size() == 1) router.setValue(routers.get(0));
            return;
        }
        packages.stream().filter(p -> p.id() == old.packageId()).findFirst().ifPresent(pack::setValue);
        if (!isFresh()) {
            pack.setReadOnly(true);
            pack.setHelperText(t("subscriptions.packageFixed"));
        }
        routers.stream().filter(r -> Objects.equals(r.id(), old.routerId())).findFirst().ifPresent(router::setValue);
        user.setValue(old.pppoeUser() == null ? "" : old.pppoeUser());
        ip.setValue(old.details().ipAddress() == null ? "" : old.details().ipAddress());
        mac.setValue(old.details().macAddress() == null ? "" : old.details().macAddress());
        if (old.expiresAt() != null) expiry.setValue(old.expiresAt().atZone(formats.zone()).toLocalDate());
    }

    /** The name that most ISPs would give: the subscriber's, without spaces. */
    SubscriptionForm propose(String subscriberName) {
        user.setValue(subscriberName.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", ""));
        return this;
    }

    void dialog(String title, long subscriberId, Consumer<Draft> save) {
        new FormDialog(title, this, t("action.save"), "subscription-save", () -> checks.attempt(() -> save.accept(draft(subscriberId)))).open();
    }

    private Draft draft(long subscriberId) {
        return new Draft(subscriberId, pack.getValue().id(), router.isEmpty() ? null : router.getValue().id(), shown(user), shown(password), expiresAt(),
            shown(ip), shown(mac));
    }

    private static String shown(TextField f) {
        return f.isVisible() && !f.getValue().isBlank() ? f.getValue().trim() : null;
    }

    /** The chosen day to its end in the ISP's zone; an untouched day keeps its exact time. */
    private Instant expiresAt() {
        if (!expiry.isVisible()) return old == null ? null : old.expiresAt();
        if (expiry.isEmpty()) return null;
        if (old != null && old.expiresAt() != null && old.expiresAt().atZone(formats.zone()).toLocalDate().equals(expiry.getValue())) return old.expiresAt();
        return expiry.getValue().atTime(LocalTime.of(23, 59, 59)).atZone(formats.zone()).toInstant();
    }
}

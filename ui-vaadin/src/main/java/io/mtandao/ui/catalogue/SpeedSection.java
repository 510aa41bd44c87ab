package io.mtandao.ui.catalogue;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import io.mtandao.api.billing.PackageTerms;
import io.mtandao.api.billing.PackageTerms.Burst;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.WholeField;

/** Burst, devices and the name of the profile on the router. */
final class SpeedSection extends Section {
    private static final long serialVersionUID = 1;
    private final WholeField devices = new WholeField("package-devices", t("packages.devices"), 1, 1000).optional();
    private final TextField profile = new TextField(t("packages.profile"));
    private final Checkbox burst = new Checkbox(t("packages.burst"));
    private final SpeedField down = new SpeedField("package-burst-down", t("packages.burstDown"));
    private final SpeedField up = new SpeedField("package-burst-up", t("packages.burstUp"));
    private final SpeedField thresholdDown = new SpeedField("package-burst-threshold-down", t("packages.thresholdDown"));
    private final SpeedField thresholdUp = new SpeedField("package-burst-threshold-up", t("packages.thresholdUp"));
    private final WholeField seconds = new WholeField("package-burst-seconds", t("packages.burstSeconds"), 1, 3600).of("s");

    SpeedSection() {
        super("speed", VaadinIcon.DASHBOARD);
        devices.setHelperText(t("packages.devicesHelp"));
        profile.setId("package-profile");
        profile.setHelperText(t("packages.profileHelp"));
        burst.setId("package-burst");
        burst.setHelperText(t("packages.burstHelp"));
        burst.addValueChangeListener(e -> show());
        content(devices, profile, burst, seconds, down, up, thresholdDown, thresholdUp);
        watch(devices, burst, down, up);
    }

    private void show() {
        for (var f : new TextField[] {down, up, thresholdDown, thresholdUp, seconds}) f.setVisible(burst.getValue());
        if (burst.getValue() && seconds.isEmpty()) seconds.setNumber(16);
    }

    @Override
    void fill(PackageTerms terms) {
        devices.setNumber(terms.deviceLimit() == 0 ? null : terms.deviceLimit());
        Burst b = terms.burst();
        burst.setValue(b != null);
        if (b != null) {
            down.setKbps(b.downKbps());
            up.setKbps(b.upKbps());
            thresholdDown.setKbps(b.thresholdDownKbps());
            thresholdUp.setKbps(b.thresholdUpKbps());
            seconds.setNumber(b.seconds());
        }
        show();
        tell();
    }

    void profile(String name) {
        profile.setValue(name == null ? "" : name);
    }

    String profile() {
        return profile.getValue().isBlank() ? null : profile.getValue().trim();
    }

    @Override
    void rules(Checks checks) {
        checks.text("terms.deviceLimit", devices, v -> devices.wrong()).text("profile", profile, Checks.atMost(60));
        rule(checks, "downKbps", down);
        rule(checks, "upKbps", up);
        rule(checks, "thresholdDownKbps", thresholdDown);
        rule(checks, "thresholdUpKbps", thresholdUp);
        checks.text("terms.burst.seconds", seconds, v -> burst.getValue() ? seconds.wrong() : null).alias("terms.burst", "terms.burst.downKbps");
    }

    private void rule(Checks checks, String name, SpeedField field) {
        checks.text("terms.burst." + name, field, v -> burst.getValue() ? field.wrong() : null);
    }

    int devices() {
        return devices.isEmpty() ? 0 : devices.number();
    }

    Burst burst() {
        return burst.getValue() ? new Burst(down.kbps(), up.kbps(), thresholdDown.kbps(), thresholdUp.kbps(), seconds.number()) : null;
    }

    @Override
    String summary() {
        String first = !burst.getValue() ? t("packages.noBurst")
            : down.wrong() == null && up.wrong() == null ? t("packages.burstTo", Formats.speed(down.kbps()), Formats.speed(up.kbps())) : t("packages.burst");
        return first + " · " + (devices.isEmpty() ? t("packages.anyDevices") : t("packages.devicesAtOnce", devices.getValue()));
    }
}

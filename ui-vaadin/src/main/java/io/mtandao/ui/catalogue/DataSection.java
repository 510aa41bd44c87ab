package io.mtandao.ui.catalogue;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import io.mtandao.api.billing.PackageTerms;
import io.mtandao.api.billing.PackageTerms.DataCap;
import io.mtandao.api.billing.PackageTerms.DataCap.AtCap;
import io.mtandao.api.billing.PackageTerms.FairUse;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.Texts;
import java.util.List;

/** How much data a period has, what happens when it is used up, and at which volumes it becomes slower before. */
final class DataSection extends Section {
    private static final long serialVersionUID = 1;
    private final DataField cap = new DataField("package-cap", t("packages.cap")).optional();
    private final Select<AtCap> atCap = new Select<>();
    private final SpeedField down = new SpeedField("package-cap-down", t("packages.capDown"));
    private final SpeedField up = new SpeedField("package-cap-up", t("packages.capUp"));
    private final FairUseField fairUse = new FairUseField(this::tell);

    DataSection() {
        super("data", VaadinIcon.DATABASE);
        cap.setHelperText(t("packages.capHelp"));
        atCap.setId("package-at-cap");
        atCap.setLabel(t("packages.atCap"));
        atCap.setItems(AtCap.values());
        atCap.setItemLabelGenerator(a -> Texts.of("atCap", a));
        atCap.setValue(AtCap.CUT);
        atCap.setHelperText(Texts.of("atCapText", AtCap.CUT));
        atCap.addValueChangeListener(e -> {
            atCap.setHelperText(Texts.of("atCapText", atCap.getValue()));
            show();
        });
        cap.addValueChangeListener(e -> show());
        H3 head = new H3(t("packages.fairUse"));
        Paragraph text = new Paragraph(t("packages.fairUseText"));
        text.addClassName("hint");
        content(cap, atCap, down, up, head, text, fairUse);
        for (var c : new com.vaadin.flow.component.Component[] {head, text, fairUse}) ((FormLayout) getContent()).setColspan(c, 2);
        watch(cap, atCap);
    }

    private void show() {
        atCap.setVisible(!cap.isEmpty());
        boolean throttle = throttled();
        down.setVisible(throttle);
        up.setVisible(throttle);
    }

    private boolean throttled() {
        return !cap.isEmpty() && atCap.getValue() == AtCap.THROTTLE;
    }

    @Override
    void fill(PackageTerms terms) {
        DataCap c = terms.dataCap();
        cap.setMegabytes(c == null ? 0 : c.megabytes());
        if (c != null) {
            atCap.setValue(c.atCap());
            down.setKbps(c.downKbps());
            up.setKbps(c.upKbps());
        }
        fairUse.set(terms.fairUse());
        show();
        tell();
    }

    @Override
    void rules(Checks checks) {
        checks.text("terms.dataCap.megabytes", cap, v -> cap.wrong()).alias("terms.dataCap", "terms.dataCap.megabytes").field("terms.dataCap.atCap", atCap, () -> null)
            .text("terms.dataCap.downKbps", down, v -> throttled() ? down.wrong() : null).text("terms.dataCap.upKbps", up, v -> throttled() ? up.wrong() : null);
        fairUse.rules(checks);
    }

    DataCap cap() {
        if (cap.isEmpty()) return null;
        return new DataCap(cap.megabytes(), atCap.getValue(), throttled() ? down.kbps() : 0, throttled() ? up.kbps() : 0);
    }

    List<FairUse> fairUse() {
        return fairUse.get();
    }

    @Override
    String summary() {
        String capped = cap.isEmpty() ? t("packages.unlimited") : cap.wrong() != null ? t("packages.cap")
            : t("packages.capped", DataField.text(cap.megabytes()), Texts.of("atCap", atCap.getValue()));
        return fairUse.size() == 0 ? capped : capped + " · " + t("packages.fairSteps", fairUse.size());
    }
}

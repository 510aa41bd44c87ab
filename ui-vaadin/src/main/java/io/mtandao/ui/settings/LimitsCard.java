package io.mtandao.ui.settings;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import io.mtandao.api.Money;
import io.mtandao.api.billing.BillingPolicy;
import io.mtandao.api.billing.BillingPolicy.Fuse;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.MoneyField;
import io.mtandao.ui.kit.WholeField;

/** What stops a run or the cutting before harm is done. */
final class LimitsCard extends Div {
    private static final long serialVersionUID = 1;
    private static final int EXAMPLE = 500;
    private static final int NEVER = 100;
    private final MoneyField ceiling;
    private final WholeField percent = new WholeField("billing-fuse-percent", t("billing.fusePercent"), 1, NEVER).of("%");
    private final WholeField least = new WholeField("billing-fuse-least", t("billing.fuseLeast"), 0, 1_000_000);
    private final Paragraph meaning = new Paragraph();

    LimitsCard(Formats formats, Checks checks) {
        ceiling = new MoneyField(t("billing.ceiling"), formats.currency()).optional();
        ceiling.setId("billing-ceiling");
        ceiling.setHelperText(t("billing.ceilingHelp"));
        least.setHelperText(t("billing.fuseLeastHelp"));
        percent.setHelperText(t("billing.fusePercentHelp"));
        meaning.setId("billing-fuse-meaning");
        meaning.addClassName("hint");
        checks.text("ceiling", ceiling, v -> ceiling.wrong()).text("fuse.percent", percent, v -> percent.wrong()).text("fuse.least", least, v -> least.wrong());
        percent.addValueChangeListener(e -> tell());
        least.addValueChangeListener(e -> tell());
        FormLayout form = new FormLayout(ceiling, percent, least, meaning);
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("26em", 2));
        form.setColspan(ceiling, 2);
        form.setColspan(meaning, 2);
        addClassNames("card", "settings-card");
        add(new H2(t("billing.limits")), new Paragraph(t("billing.limitsText")), form);
    }

    private void tell() {
        if (percent.wrong() != null || least.wrong() != null) meaning.setText("");
        else if (percent.number() == NEVER) meaning.setText(t("billing.fuseNever"));
        else meaning.setText(t("billing.fuseMeans", EXAMPLE, Math.max(least.number(), EXAMPLE * percent.number() / NEVER)));
    }

    void show(BillingPolicy p) {
        ceiling.setMoney(p.ceiling());
        percent.setNumber(p.fuse().percent());
        least.setNumber(p.fuse().least());
        tell();
    }

    Money ceiling() {
        return ceiling.money();
    }

    Fuse fuse() {
        return new Fuse(percent.number(), least.number());
    }
}

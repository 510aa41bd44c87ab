package io.mtandao.ui.catalogue;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.mtandao.api.Money;
import io.mtandao.api.billing.PackageTerms;
import io.mtandao.api.billing.Period;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.MoneyField;
import java.util.ArrayList;
import java.util.List;

/** What is paid once, and what is free at first. */
final class FeesSection extends Section {
    private static final long serialVersionUID = 1;
    private final transient Formats formats;
    private final MoneyField installation;
    private final MoneyField deposit;
    private final PeriodField trial = new PeriodField("package-trial", t("packages.trial")).optional();

    FeesSection(Formats formats) {
        super("fees", VaadinIcon.COIN_PILES);
        this.formats = formats;
        installation = new MoneyField(t("packages.installation"), formats.currency()).optional();
        installation.setId("package-installation");
        installation.setHelperText(t("packages.installationHelp"));
        deposit = new MoneyField(t("packages.deposit"), formats.currency()).optional();
        deposit.setId("package-deposit");
        deposit.setHelperText(t("packages.depositHelp"));
        trial.count.setHelperText(t("packages.trialHelp"));
        trial.unit.setValue(Period.Unit.DAY);
        content(installation, deposit, trial);
        watch(installation, deposit, trial.count, trial.unit);
    }

    @Override
    void fill(PackageTerms terms) {
        installation.setMoney(terms.installationFee());
        deposit.setMoney(terms.deposit());
        trial.set(terms.trial());
        tell();
    }

    @Override
    void rules(Checks checks) {
        checks.text("terms.installationFee", installation, v -> installation.wrong()).text("terms.deposit", deposit, v -> deposit.wrong());
        trial.rules(checks, "terms.trial");
    }

    Money installation() {
        return installation.money();
    }

    Money deposit() {
        return deposit.money();
    }

    Period trial() {
        return trial.get();
    }

    @Override
    String summary() {
        List<String> all = new ArrayList<>();
        if (installation.wrong() == null && installation.money() != null) all.add(t("packages.installation") + " " + formats.money(installation.money()));
        if (deposit.wrong() == null && deposit.money() != null) all.add(t("packages.deposit") + " " + formats.money(deposit.money()));
        if (trial.count.wrong() == null && trial.get() != null) all.add(t("packages.freeFor", formats.period(trial.get())));
        return all.isEmpty() ? t("packages.noFees") : String.join(" · ", all);
    }
}

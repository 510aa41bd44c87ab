package io.mtandao.ui.settings;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.BillingPolicies;
import io.mtandao.api.billing.BillingPolicy;
import io.mtandao.ui.access.Needs;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.PageHeader;
import io.mtandao.ui.kit.ReadOnly;
import io.mtandao.ui.kit.Toast;
import io.mtandao.ui.shell.Area;
import io.mtandao.ui.shell.MainLayout;

/** How the ISP bills: renewal, dunning, limits, numbers. */
@Needs(Permission.SETTINGS_READ)
@Route(value = "billing-settings", layout = MainLayout.class)
public final class BillingSettingsView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private final transient BillingPolicies policies;
    private final transient Who who;
    private final transient Checks checks = new Checks();
    private final RenewalCard renewal;
    private final DunningCard dunning;
    private final LimitsCard limits;
    private final NumberingCard numbering;
    private int version;

    public BillingSettingsView(BillingPolicies policies, Who who) {
        this.policies = policies;
        this.who = who;
        boolean write = who.may(Permission.SETTINGS_WRITE);
        renewal = new RenewalCard(who.formats());
        renewal.rules(checks);
        dunning = new DunningCard(who.formats(), checks);
        limits = new LimitsCard(who.formats(), checks);
        numbering = new NumberingCard(checks);
        show(policies.get(who.caller()));
        Div right = new Div(limits, numbering);
        right.addClassName("card-column");
        Div cards = new Div(dunning, right);
        cards.addClassName("settings-form");
        addClassName("page");
        add(Area.SETTINGS.tabs(who, BillingSettingsView.class), new PageHeader(t("billing.title"), t("billing.text"),
            write ? new Component[] {Buttons.primary("billing-save", t("action.save"), VaadinIcon.CHECK, e -> save())} : new Component[0]), renewal, cards);
        if (!write) ReadOnly.make(this);
    }

    private void show(BillingPolicy p) {
        version = p.version();
        renewal.show(p.renewal());
        dunning.show(p);
        limits.show(p);
        numbering.show(p.numbering());
    }

    private void save() {
        BillingPolicy[] after = {null};
        if (!checks.attempt(() -> after[0] = policies.update(who.caller(), new BillingPolicy(version, renewal.policy(), dunning.dueDays(), dunning.steps(), dunning.lateFee(),
            limits.ceiling(), limits.fuse(), numbering.numbering())))) return;
        show(after[0]);
        Toast.ok(t("billing.saved"));
    }

    @Override
    public String getPageTitle() {
        return t("billing.title");
    }
}

package io.mtandao.ui.settings;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import io.mtandao.api.billing.RenewalPolicy;
import io.mtandao.api.billing.RenewalPolicy.Excess;
import io.mtandao.api.billing.RenewalPolicy.ExpiryTime;
import io.mtandao.api.billing.RenewalPolicy.Late;
import io.mtandao.api.billing.RenewalPolicy.Partial;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.Texts;
import io.mtandao.ui.kit.WholeField;
import java.util.List;

/** What a payment buys, and when somebody is cut. */
final class RenewalCard extends Div {
    private static final long serialVersionUID = 1;
    private static final int MOST_GRACE = 60;
    private final transient RenewalExamples examples;
    private final PolicyChoice<Late> late;
    private final PolicyChoice<Partial> partial;
    private final PolicyChoice<Excess> excess;
    private final PolicyChoice<Boolean> auto;
    private final PolicyChoice<ExpiryTime> expiry;
    private final WholeField grace = new WholeField("billing-grace", t("renewal.grace"), 0, MOST_GRACE).of(t("settings.days"));

    RenewalCard(Formats formats) {
        examples = new RenewalExamples(formats.today(), formats);
        late = new PolicyChoice<>("billing-late", t("renewal.late"), List.of(Late.values()), v -> Texts.of("renewalLate", v), examples::late);
        partial = new PolicyChoice<>("billing-partial", t("renewal.partial"), List.of(Partial.values()), v -> Texts.of("renewalPartial", v), examples::partial);
        excess = new PolicyChoice<>("billing-excess", t("renewal.excess"), List.of(Excess.values()), v -> Texts.of("renewalExcess", v), examples::excess);
        auto = new PolicyChoice<>("billing-auto", t("renewal.auto"), List.of(true, false), v -> t(v ? "renewal.autoYes" : "renewal.autoNo"), examples::auto);
        expiry = new PolicyChoice<>("billing-expiry", t("renewal.expiry"), List.of(ExpiryTime.values()), v -> Texts.of("renewalExpiry", v), examples::expiry);
        grace.addValueChangeListener(e -> grace.setHelperText(grace.wrong() == null ? examples.grace(grace.number()) : null));
        Paragraph always = new Paragraph(t("billing.always"));
        always.addClassName("hint");
        Div choices = new Div(late, partial, excess, auto, expiry, grace);
        choices.addClassName("policy-choices");
        addClassNames("card", "settings-card");
        add(new H2(t("billing.renewal")), new Paragraph(t("billing.renewalText")), choices, always);
    }

    void rules(Checks checks) {
        checks.text("renewal.graceDays", grace, v -> grace.wrong());
    }

    void show(RenewalPolicy p) {
        late.setValue(p.late());
        partial.setValue(p.partial());
        excess.setValue(p.excess());
        auto.setValue(p.autoRenew());
        expiry.setValue(p.expiry());
        grace.setNumber(p.graceDays());
    }

    RenewalPolicy policy() {
        return new RenewalPolicy(late.getValue(), partial.getValue(), excess.getValue(), auto.getValue(), grace.number(), expiry.getValue());
    }
}

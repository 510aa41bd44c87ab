package io.mtandao.ui.catalogue;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import io.mtandao.api.billing.PackageTerms;
import io.mtandao.api.billing.RenewalPolicy;
import io.mtandao.api.billing.RenewalPolicy.Excess;
import io.mtandao.api.billing.RenewalPolicy.ExpiryTime;
import io.mtandao.api.billing.RenewalPolicy.Late;
import io.mtandao.api.billing.RenewalPolicy.Partial;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.Texts;
import io.mtandao.ui.kit.WholeField;

/** Where this package renews in another way than the ISP does; each choice can be left to the ISP. */
final class RenewalSection extends Section {
    private static final long serialVersionUID = 1;
    private static final int MOST_GRACE = 60;
    private final Select<Late> late;
    private final Select<Partial> partial;
    private final Select<Excess> excess;
    private final Select<Boolean> auto;
    private final Select<ExpiryTime> expiry;
    private final WholeField grace = new WholeField("package-grace", t("renewal.grace"), 0, MOST_GRACE).optional();

    /** @param isp the ISP's own choices, or null for who may not see them */
    RenewalSection(RenewalPolicy isp) {
        super("renewal", VaadinIcon.REFRESH);
        late = choice("package-late", "late", v -> Texts.of("renewalLate", v), isp == null ? null : isp.late(), Late.values());
        partial = choice("package-partial", "partial", v -> Texts.of("renewalPartial", v), isp == null ? null : isp.partial(), Partial.values());
        excess = choice("package-excess", "excess", v -> Texts.of("renewalExcess", v), isp == null ? null : isp.excess(), Excess.values());
        auto = choice("package-auto", "auto", v -> t(v ? "renewal.autoYes" : "renewal.autoNo"), isp == null ? null : isp.autoRenew(), true, false);
        expiry = choice("package-expiry", "expiry", v -> Texts.of("renewalExpiry", v), isp == null ? null : isp.expiry(), ExpiryTime.values());
        grace.of(t("settings.days"));
        grace.setPlaceholder(isp == null ? t("renewal.asIsp") : t("renewal.asIspNow", isp.graceDays()));
        Paragraph text = new Paragraph(t("packages.renewalText"));
        text.addClassName("hint");
        content(text, late, partial, excess, auto, grace, expiry);
        ((FormLayout) getContent()).setColspan(text, 2);
        watch(late, partial, excess, auto, expiry, grace);
    }

    @SafeVarargs
    private static <T> Select<T> choice(String id, String key, ItemLabelGenerator<T> name, T isp, T... values) {
        Select<T> select = new Select<>();
        String own = isp == null ? t("renewal.asIsp") : t("renewal.asIspNow", name.apply(isp));
        select.setId(id);
        select.setLabel(t("renewal." + key));
        select.setItems(values);
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(own);
        select.setPlaceholder(own);
        select.setItemLabelGenerator(v -> v == null ? own : name.apply(v));
        return select;
    }

    @Override
    void fill(PackageTerms terms) {
        RenewalPolicy p = terms.policy() == null ? RenewalPolicy.INHERIT : terms.policy();
        late.setValue(p.late());
        partial.setValue(p.partial());
        excess.setValue(p.excess());
        auto.setValue(p.autoRenew());
        expiry.setValue(p.expiry());
        grace.setNumber(p.graceDays() < 0 ? null : p.graceDays());
        tell();
    }

    @Override
    void rules(Checks checks) {
        checks.text("terms.policy.graceDays", grace, v -> grace.wrong());
    }

    /** Null when nothing differs from the ISP's. */
    RenewalPolicy policy() {
        RenewalPolicy p = new RenewalPolicy(late.getValue(), partial.getValue(), excess.getValue(), auto.getValue(), grace.isEmpty() ? RenewalPolicy.INHERIT.graceDays() : grace.number(),
            expiry.getValue());
        return p.equals(RenewalPolicy.INHERIT) ? null : p;
    }

    @Override
    String summary() {
        return grace.wrong() == null && policy() == null ? t("packages.renewalAsIsp") : t("packages.renewalOwn");
    }
}

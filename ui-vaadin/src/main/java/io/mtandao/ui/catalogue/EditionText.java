package io.mtandao.ui.catalogue;

import static io.mtandao.ui.kit.Texts.t;

import io.mtandao.api.billing.Packages.Edition;
import io.mtandao.ui.kit.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What an edition is, and what it changes. */
final class EditionText {
    private EditionText() {}

    static String what(Edition e, Formats f) {
        return f.money(e.price()) + " / " + f.period(e.period()) + " · ↓ " + Formats.speed(e.downKbps()) + " ↑ " + Formats.speed(e.upKbps());
    }

    /** @param before the edition that it follows, or null for the first @return empty when it is the first */
    static String changes(Edition e, Edition before, Formats f) {
        if (before == null) return "";
        List<String> all = new ArrayList<>();
        if (!e.price().equals(before.price())) all.add(t("packages.changePrice", f.number(before.price()), f.number(e.price())));
        if (!e.period().equals(before.period())) all.add(t("packages.changePeriod", f.period(before.period()), f.period(e.period())));
        if (e.downKbps() != before.downKbps() || e.upKbps() != before.upKbps())
            all.add(t("packages.changeSpeed", Formats.speed(before.downKbps()), Formats.speed(e.downKbps())));
        if (!Objects.equals(e.profile(), before.profile())) all.add(t("packages.profile"));
        if (!e.terms().equals(before.terms())) all.add(t("packages.changeTerms"));
        return all.isEmpty() ? t("packages.changeNothing") : String.join(", ", all);
    }
}

package io.mtandao.ui.subscription;

import io.mtandao.api.Money;
import io.mtandao.api.billing.Extras;
import io.mtandao.api.billing.Extras.Item;
import io.mtandao.api.billing.PackageTerms;
import java.util.ArrayList;
import java.util.List;

/**
 * What must be in the wallet to switch a prepaid subscription on. An estimate where discounts, tax on top or a calendar period play in: the service
 * counts to the cent when it is done.
 *
 * @param missing zero when the wallet covers it
 * @param exact whether nothing else plays in
 */
record FirstBill(List<Part> parts, Money sum, Money missing, boolean exact) {
    /** @param text null for the package itself */
    record Part(String text, Money amount) {}

    static FirstBill of(Money price, PackageTerms terms, Extras.View extras, Money balance) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(null, price));
        for (Item i : extras.items()) if (i.endedAt() == null && (i.recurring() || i.billedOn() == null)) parts.add(new Part(i.text(), i.unitPrice().times(i.quantity())));
        Money sum = parts.stream().map(Part::amount).reduce(Money.zero(price.currency()), Money::plus);
        Money missing = balance.covers(sum) ? Money.zero(sum.currency()) : sum.minus(balance);
        boolean discounted = extras.discounts().stream().anyMatch(d -> d.endedAt() == null);
        return new FirstBill(List.copyOf(parts), sum, missing, !discounted && terms.taxIncluded() && !terms.calendar());
    }
}

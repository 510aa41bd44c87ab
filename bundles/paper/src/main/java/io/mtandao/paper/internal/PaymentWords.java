package io.mtandao.paper.internal;

import io.mtandao.api.Money;
import io.mtandao.api.TenantId;
import io.mtandao.api.billing.Bill;
import io.mtandao.paper.internal.sheet.HowToPay;
import io.mtandao.paper.internal.sheet.Mark;
import io.mtandao.paper.internal.sheet.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How what is open on a paper is paid: at a plugin's place, else by way of the bill's link; null when nothing is to be paid or nobody knows how. */
@Component(service = PaymentWords.class)
public final class PaymentWords {
    private final PayPlaces places;
    private final BillLinks links;
    private final PublicAddress address;

    @Activate
    public PaymentWords(@Reference PayPlaces places, @Reference BillLinks links, @Reference PublicAddress address) {
        this.places = places;
        this.links = links;
        this.address = address;
    }

    /** @param account of the payer: what is paid there is in the wallet that pays the bill */
    HowToPay forBill(TenantId tenant, Bill bill, String account, Words words) {
        Money toPay = Mark.toPay(bill);
        if (!toPay.isPositive()) return null;
        return places.first(tenant).map(p -> HowToPay.at(p, account, toPay, words))
            .or(() -> address.of(links.to(tenant, bill.id())).map(url -> HowToPay.byLink(url, account, toPay, words))).orElse(null);
    }

    HowToPay forDebt(TenantId tenant, Money balance, String account, Words words) {
        if (!balance.isNegative()) return null;
        return places.first(tenant).map(p -> HowToPay.at(p, account, balance.negated(), words)).orElse(null);
    }
}

package io.mtandao.paper.internal.sheet;

import io.mtandao.api.Money;
import java.util.List;

/**
 * What a payer needs to know.
 *
 * @param qr what the code says
 * @param lines the same for people
 */
public record HowToPay(String qr, List<String> lines) {
    /** Where money is taken. @param method its name for people, for example "M-Pesa" @param place for example "Paybill 174379" */
    public record Place(String method, String place, boolean takesReference) {}

    public static HowToPay at(Place place, String account, Money amount, Words words) {
        String by = words.get("pay.by", place.method, place.place), much = words.get("pay.amount", words.money(amount)), scan = words.get("pay.scan");
        if (!place.takesReference) return new HowToPay(words.get("qr.placeOnly", place.place, words.typed(amount)), List.of(by, much, scan));
        return new HowToPay(words.get("qr.place", place.place, account, words.typed(amount)), List.of(by, words.get("pay.account", account), much, scan));
    }

    /** When no plugin says where: the link to the bill itself. */
    public static HowToPay byLink(String url, String account, Money amount, Words words) {
        return new HowToPay(url, List.of(words.get("pay.account", account), words.get("pay.amount", words.money(amount)), words.get("pay.link")));
    }
}

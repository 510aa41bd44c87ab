package io.mtandao.billing.internal.imports;

import io.mtandao.api.billing.SubscriberImports.Target;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which column is what, by its title as ISPs name them. */
final class ColumnGuess {
    private static final Map<Target, Set<String>> TITLES = new LinkedHashMap<>();

    static {
        TITLES.put(Target.NAME, Set.of("name", "fullname", "names", "customer", "customername", "client", "clientname", "subscriber", "subscribername", "jina"));
        TITLES.put(Target.PHONE, Set.of("phone", "phonenumber", "phoneno", "mobile", "mobilenumber", "mobileno", "msisdn", "tel", "telephone", "cell", "simu",
            "contact"));
        TITLES.put(Target.EMAIL, Set.of("email", "emailaddress", "mail"));
        TITLES.put(Target.ACCOUNT, Set.of("account", "accountnumber", "accountno", "acc", "accno", "reference", "ref", "paymentreference", "billref", "mpesaref",
            "mpesareference"));
        TITLES.put(Target.PLACE, Set.of("location", "place", "address", "physicaladdress", "building", "estate", "area", "mahali"));
        TITLES.put(Target.PACKAGE, Set.of("package", "packagename", "plan", "planname", "product", "tariff", "profile", "bundle"));
        TITLES.put(Target.PRICE, Set.of("price", "packageprice", "monthlyfee", "monthlyprice", "fee", "amount", "rate", "bei"));
        TITLES.put(Target.PPPOE_USER, Set.of("pppoeuser", "pppoeusername", "pppoelogin", "username", "user", "login", "secret"));
        TITLES.put(Target.PPPOE_PASSWORD, Set.of("pppoepassword", "pppoepass", "password", "pass", "pwd"));
        TITLES.put(Target.EXPIRY, Set.of("expiry", "expirydate", "expires", "expireson", "expiration", "expirationdate", "validuntil", "validto", "duedate",
            "enddate"));
        TITLES.put(Target.BALANCE, Set.of("balance", "walletbalance", "wallet", "accountbalance", "credit", "openingbalance", "salio"));
        TITLES.put(Target.NOTES, Set.of("notes", "note", "remarks", "remark", "comment", "comments", "description"));
    }

    private ColumnGuess() {}

    /** One target per column, each but IGNORE at most once. */
    static List<Target> of(List<String> titles) {
        Set<Target> taken = EnumSet.noneOf(Target.class);
        List<Target> guessed = new ArrayList<>();
        for (String title : titles) {
            Target t = one(title);
            guessed.add(t == Target.IGNORE || taken.add(t) ? t : Target.IGNORE);
        }
        return guessed;
    }

    private static Target one(String title) {
        // "Price (KES)" is a price
        String plain = title.toLowerCase(Locale.ROOT).replaceAll("\\(.*?\\)", "").replaceAll("[^a-z]", "");
        return TITLES.entrySet().stream().filter(e -> e.getValue().contains(plain)).map(Map.Entry::getKey).findFirst().orElse(Target.IGNORE);
    }
}

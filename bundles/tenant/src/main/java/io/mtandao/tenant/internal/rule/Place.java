package io.mtandao.tenant.internal.rule;

import io.mtandao.api.Invalid;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;

/** Countries, currencies and time zones by their standard names. */
public final class Place {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private Place() {}

    public static boolean isCountry(String code) {
        return code != null && COUNTRIES.contains(code);
    }

    public static void checkCountry(Invalid.Check check, String field, String code) {
        check.that(isCountry(code), field, "two letters of ISO 3166, for example KE");
    }

    /** Currencies in which somebody can be paid: ISO 4217 also has codes for gold and for tests, which have no minor unit. */
    public static void checkCurrency(Invalid.Check check, String field, String code) {
        boolean ok = code != null && Currency.getAvailableCurrencies().stream()
                .anyMatch(c -> c.getCurrencyCode().equals(code) && c.getDefaultFractionDigits() >= 0);
        check.that(ok, field, "three letters of ISO 4217, for example KES");
    }

    public static void checkZone(Invalid.Check check, String field, String zone) {
        check.that(zone != null && ZoneId.getAvailableZoneIds().contains(zone), field, "an IANA time zone, for example Africa/Nairobi");
    }
}

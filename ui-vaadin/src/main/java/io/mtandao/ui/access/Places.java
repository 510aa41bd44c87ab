package io.mtandao.ui.access;

import com.vaadin.flow.component.combobox.ComboBox;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Countries, currencies and time zones to choose from, our first market first. */
public final class Places {
    private static final List<String> FIRST = List.of("KE", "UG", "TZ", "RW", "BI", "ET", "SO", "SS", "CD", "ZM", "MW");
    private static final Map<String, String> ZONES = Map.ofEntries(Map.entry("KE", "Africa/Nairobi"), Map.entry("UG", "Africa/Kampala"),
        Map.entry("TZ", "Africa/Dar_es_Salaam"), Map.entry("RW", "Africa/Kigali"), Map.entry("BI", "Africa/Bujumbura"), Map.entry("ET", "Africa/Addis_Ababa"),
        Map.entry("SO", "Africa/Mogadishu"), Map.entry("SS", "Africa/Juba"), Map.entry("CD", "Africa/Kinshasa"), Map.entry("ZM", "Africa/Lusaka"),
        Map.entry("MW", "Africa/Blantyre"), Map.entry("NG", "Africa/Lagos"), Map.entry("GH", "Africa/Accra"), Map.entry("ZA", "Africa/Johannesburg"));

    private Places() {}

    static ComboBox<String> countries(String label) {
        Locale language = Locales.now();
        List<String> all = new ArrayList<>(FIRST);
        Arrays.stream(Locale.getISOCountries()).filter(c -> !FIRST.contains(c)).sorted(Comparator.comparing(c -> country(c, language))).forEach(all::add);
        return box(label, all, c -> country(c, language));
    }

    public static ComboBox<String> currencies(String label) {
        Locale language = Locales.now();
        List<String> all = Currency.getAvailableCurrencies().stream().filter(c -> c.getDefaultFractionDigits() >= 0).map(Currency::getCurrencyCode).sorted().toList();
        return box(label, all, c -> c + " · " + Currency.getInstance(c).getDisplayName(language));
    }

    public static ComboBox<String> zones(String label) {
        List<String> all = ZoneId.getAvailableZoneIds().stream()
            .filter(z -> z.matches("(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+")).sorted().toList();
        return box(label, all, z -> z.replace('_', ' '));
    }

    /** @return null when not known */
    static String zoneOf(String country) {
        return ZONES.get(country);
    }

    static String currencyOf(String country) {
        Currency c = Currency.getInstance(new Locale.Builder().setRegion(country).build());
        return c == null ? null : c.getCurrencyCode();
    }

    private static String country(String code, Locale language) {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(language);
    }

    private static ComboBox<String> box(String label, List<String> items, com.vaadin.flow.component.ItemLabelGenerator<String> name) {
        ComboBox<String> box = new ComboBox<>(label);
        box.setItemLabelGenerator(name);
        box.setItems(items);
        return box;
    }
}

package io.mtandao.billing.internal.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What was typed into a search field, as LIKE patterns ('!' escapes) that must all match a lower-case text. */
public final class SearchTerms {
    private SearchTerms() {}

    public static List<String> of(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        // a phone number in any spelling is one term, not one per group of digits
        if (isPhone(text)) return List.of(contains(text.replaceAll("[^0-9]", "")));
        return Arrays.stream(text.split("\\s+")).limit(6).map(SearchTerms::contains).toList();
    }

    static boolean isPhone(String text) {
        return text.matches("[+0-9][0-9 ()\\-]{3,}");
    }

    private static String contains(String word) {
        return "%" + word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}

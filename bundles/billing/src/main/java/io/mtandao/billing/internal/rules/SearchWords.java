package io.mtandao.billing.internal.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * The words by whose beginnings a search finds somebody, so that an index can find them. Of "MT-1001" these are "mt-1001" and "1001"; a number stands also
 * without leading zeros, and that of a phone also by its last four digits.
 */
public final class SearchWords {
    /** What is typed beyond is not looked at. */
    static final int LONGEST = 24;
    private static final int MOST = 40;
    private static final int MOST_TYPED = 6;
    private static final int PHONE = 9;
    private static final int LAST = 4;

    private SearchWords() {}

    /** @param text in lower case, as {@link SubscriberFacts#searchText} makes it */
    public static List<String> of(String text) {
        TreeSet<String> words = new TreeSet<>();
        for (String token : text.split("\\s+")) add(token, words);
        List<String> kept = new ArrayList<>();
        for (String word : words) {
            String next = words.higher(word);
            // who is found by the longer one needs no shorter one
            if (kept.size() < MOST && (next == null || !next.startsWith(word))) kept.add(word);
        }
        return kept;
    }

    private static void add(String token, TreeSet<String> words) {
        // of a mail address the provider is nothing to look for
        int end = token.indexOf('@') < 0 ? token.length() : token.indexOf('@');
        boolean first = true;
        for (int i = 0; i < token.length(); i++) {
            if (!begins(token, i) || !first && (i > end || token.length() - i < 2)) continue;
            String word = token.substring(i);
            words.add(cut(word));
            if (isNumber(word)) words.add(cut(word.replaceFirst("^0+(?=.)", "")));
            first = false;
        }
        if (token.length() >= PHONE && isNumber(token)) words.add(token.substring(token.length() - LAST));
    }

    /** After something that is no letter or digit, and where a number at the end begins. */
    private static boolean begins(String token, int i) {
        if (!Character.isLetterOrDigit(token.codePointAt(i))) return false;
        if (i == 0) return true;
        int before = token.codePointBefore(i);
        return !Character.isLetterOrDigit(before) || Character.isLetter(before) && isNumber(token.substring(i));
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static String cut(String word) {
        if (word.length() <= LONGEST) return word;
        return word.substring(0, Character.isHighSurrogate(word.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }

    /** Whether each of what was typed begins one of the text's words. @param text as for {@link #of} @param typed by {@link #typed} */
    public static boolean begin(String text, List<String> typed) {
        List<String> words = of(text);
        return typed.stream().allMatch(t -> words.stream().anyMatch(w -> w.startsWith(t)));
    }

    /** What each of the words must begin with that somebody has whom the typed text means; the longest first. Empty when it has no letter or digit. */
    public static List<String> typed(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        if (SearchTerms.isPhone(lower)) return List.of(cut(lower.replaceAll("[^0-9]", "")));
        return Arrays.stream(lower.split("\\s+")).map(SearchWords::fromFirstLetter).filter(w -> !w.isEmpty()).map(SearchWords::cut).distinct().limit(MOST_TYPED)
            .sorted(Comparator.comparing(String::length).reversed()).toList();
    }

    private static String fromFirstLetter(String word) {
        int i = 0;
        while (i < word.length() && !Character.isLetterOrDigit(word.codePointAt(i))) i++;
        return word.substring(i);
    }

    /** The first text, letter by letter, behind all that begin so; in UTF-8 (PostgreSQL's collation "C") as in UTF-16 (Derby). */
    public static String after(String beginning) {
        int last = beginning.codePointBefore(beginning.length());
        if (last == Character.MAX_CODE_POINT) return beginning;
        int next = last == Character.MIN_SURROGATE - 1 ? Character.MAX_SURROGATE + 1 : last + 1;
        return beginning.substring(0, beginning.length() - Character.charCount(last)) + Character.toString(next);
    }
}

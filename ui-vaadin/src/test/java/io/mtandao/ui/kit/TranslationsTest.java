package io.mtandao.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TranslationsTest {
    private static final Pattern USED = Pattern.compile("\\bt\\((?:[^\"()]*\\? )?\"([a-zA-Z.0-9]+)\"(?: : \"([a-zA-Z.0-9]+)\")?[,)]");
    private final Map<String, String> english = Translations.all("en");
    private final Map<String, String> swahili = Translations.all("sw");

    @Test
    void bothLanguagesHaveTheSameTexts() {
        assertThat(swahili.keySet()).isEqualTo(english.keySet());
    }

    @Test
    void bothHaveTheSamePlacesForValues() {
        english.forEach((key, text) -> assertThat(places(swahili.get(key))).as(key).isEqualTo(places(text)));
    }

    @Test
    void swahiliIsSwahili() {
        long same = english.entrySet().stream().filter(e -> e.getValue().length() > 12 && hasWords(e.getValue()) && e.getValue().equals(swahili.get(e.getKey()))).count();
        assertThat(same).isZero();
    }

    /** A formula of signs and places needs no translation. */
    private static boolean hasWords(String text) {
        return text.replaceAll("\\{\\d+}", "").chars().anyMatch(Character::isLetter);
    }

    @Test
    void everyTextThatTheCodeAsksForIsThere() throws IOException {
        Set<String> missing = new TreeSet<>();
        Matcher m = USED.matcher(code());
        int found = 0;
        while (m.find()) {
            for (int i = 1; i <= 2; i++) {
                String key = m.group(i);
                if (key == null || !key.contains(".") || key.endsWith(".")) continue;
                found++;
                if (!english.containsKey(key)) missing.add(key);
            }
        }
        assertThat(missing).isEmpty();
        assertThat(found).isGreaterThan(300);
    }

    @Test
    void noTextIsLeftOver() throws IOException {
        String code = code();
        assertThat(english.keySet()).filteredOn(key -> !code.contains('"' + key + '"') && made(key, code)).isEmpty();
    }

    /** Whether no part of the key stands in the code as a prefix to which something is added. */
    private static boolean made(String key, String code) {
        String head = key.substring(0, key.lastIndexOf('.'));
        return !code.contains('"' + head + ".\"") && !code.contains('"' + head + '"') && !code.contains('"' + head.replaceAll(".*\\.", "") + '"')
            && !code.contains('"' + key.replaceAll("\\d+$", "") + '"') && !key.startsWith("phrase.") && !key.startsWith("field.");
    }

    @Test
    void apostrophesStandForThemselves() {
        assertThat(Translations.fill("ng'ombe {0} wa {1}", 3, "Ng'ang'a")).isEqualTo("ng'ombe 3 wa Ng'ang'a");
    }

    @Test
    void oneIsNotCalledMany() {
        Translations texts = new Translations();
        assertThat(texts.getTranslation("attention.expired", Locale.ENGLISH, 1)).isEqualTo("1 subscription has expired");
        assertThat(texts.getTranslation("attention.expired", Locale.ENGLISH, 21)).isEqualTo("21 subscriptions have expired");
        assertThat(texts.getTranslation("isps.size", Translations.SWAHILI, "1")).isEqualTo("mteja 1");
    }

    @Test
    void otherLanguagesGetEnglish() {
        assertThat(Translations.closest(Locale.GERMAN)).isEqualTo(Locale.ENGLISH);
        assertThat(Translations.closest(Locale.forLanguageTag("sw-KE"))).isEqualTo(Translations.SWAHILI);
    }

    private static Set<String> places(String text) {
        return Pattern.compile("\\{\\d}").matcher(text).results().map(r -> r.group()).collect(Collectors.toSet());
    }

    private static String code() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            StringBuilder out = new StringBuilder();
            for (Path f : files.filter(p -> p.toString().endsWith(".java")).toList()) out.append(Files.readString(f));
            return out.toString();
        }
    }
}

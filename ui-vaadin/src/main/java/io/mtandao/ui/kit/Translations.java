package io.mtandao.ui.kit;

import com.vaadin.flow.i18n.I18NProvider;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * The words of the UI, from {@code texts_<language>.properties} (UTF-8). A place for a value is {@code {0}}; there is no other syntax, so that
 * apostrophes, of which Swahili has many, stand for themselves. Where one sounds different from many, {@code <key>.one} is the text for a first value of 1.
 */
public final class Translations implements I18NProvider {
    private static final long serialVersionUID = 1;
    public static final Locale SWAHILI = Locale.forLanguageTag("sw");
    private static final Map<String, Map<String, String>> TEXTS = Map.of("en", load("en"), "sw", load("sw"));

    public static Locale closest(Locale locale) {
        return locale != null && locale.getLanguage().equals("sw") ? SWAHILI : Locale.ENGLISH;
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return List.of(Locale.ENGLISH, SWAHILI);
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... params) {
        return filled(key, locale, params);
    }

    static String filled(String key, Locale locale, Object... params) {
        String one = params.length > 0 && String.valueOf(params[0]).equals("1") ? find(key + ".one", locale) : null;
        String text = one == null ? find(key, locale) : one;
        return text == null ? "!" + key : fill(text, params);
    }

    /** The text, or null when there is none. */
    static String find(String key, Locale locale) {
        return TEXTS.get(closest(locale).getLanguage()).get(key);
    }

    static String fill(String text, Object... params) {
        String out = text;
        for (int i = 0; i < params.length; i++) out = out.replace("{" + i + "}", String.valueOf(params[i]));
        return out;
    }

    static Map<String, String> all(String language) {
        return TEXTS.get(language);
    }

    private static Map<String, String> load(String language) {
        Properties p = new Properties();
        try (var in = Translations.class.getResourceAsStream("/io/mtandao/ui/texts_" + language + ".properties")) {
            p.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> out = new LinkedHashMap<>();
        p.forEach((k, v) -> out.put((String) k, (String) v));
        return out;
    }
}

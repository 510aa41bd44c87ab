package io.mtandao.ui.kit;

import com.vaadin.flow.component.UI;
import java.util.Locale;

/** The words of the UI in the language of the running page. */
public final class Texts {
    private Texts() {}

    public static String t(String key, Object... params) {
        return Translations.filled(key, locale(), params);
    }

    /** The text of a key made from data (a state, an event name), or the fallback when there is none. */
    public static String orElse(String fallback, String key) {
        String text = Translations.find(key, locale());
        return text == null ? fallback : text;
    }

    /** The name of a constant: key {@code <kind>.<CONSTANT>}. */
    public static String of(String kind, Enum<?> constant) {
        return constant == null ? "" : t(kind + "." + constant.name());
    }

    static Locale locale() {
        UI ui = UI.getCurrent();
        return ui == null ? Locale.ENGLISH : ui.getLocale();
    }
}

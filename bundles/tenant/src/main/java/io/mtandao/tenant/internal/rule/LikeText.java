package io.mtandao.tenant.internal.rule;

import java.util.Locale;

/** Text for {@code like … escape '!'}, so that a '%' that somebody types means itself. */
public final class LikeText {
    private LikeText() {}

    public static String containing(String text) {
        return "%" + escaped(text.toLowerCase(Locale.ROOT)) + "%";
    }

    public static String startingWith(String text) {
        return escaped(text) + "%";
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}

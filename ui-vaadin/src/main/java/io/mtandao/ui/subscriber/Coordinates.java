package io.mtandao.ui.subscriber;

import io.mtandao.api.billing.Subscriber.MapPoint;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Degrees as people type them, or paste them from a map: "-1.2921, 36.8219". */
final class Coordinates {
    private static final String NUMBER = "([+\\-\u2212]?\\d{1,3}(?:\\.\\d+)?)°?";
    private static final Pattern ONE = Pattern.compile(NUMBER);
    private static final Pattern PAIR = Pattern.compile("\\(?\\s*" + NUMBER + "\\s*[,;\\s]\\s*" + NUMBER + "\\s*\\)?");

    private Coordinates() {}

    /** Both at once, latitude first, as maps write them. */
    static Optional<MapPoint> pair(String typed) {
        Matcher m = PAIR.matcher(typed.trim());
        if (!m.matches()) return Optional.empty();
        MapPoint p = new MapPoint(number(m.group(1)), number(m.group(2)));
        return Math.abs(p.latitude()) <= 90 && Math.abs(p.longitude()) <= 180 ? Optional.of(p) : Optional.empty();
    }

    /** @param most 90 for a latitude, 180 for a longitude */
    static Optional<Double> one(String typed, int most) {
        Matcher m = ONE.matcher(typed.trim());
        return m.matches() && Math.abs(number(m.group(1))) <= most ? Optional.of(number(m.group(1))) : Optional.empty();
    }

    static String text(double degrees) {
        return BigDecimal.valueOf(degrees).stripTrailingZeros().toPlainString();
    }

    private static double number(String s) {
        return Double.parseDouble(s.replace('\u2212', '-'));
    }
}

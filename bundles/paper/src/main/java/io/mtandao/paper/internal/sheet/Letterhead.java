package io.mtandao.paper.internal.sheet;

import io.mtandao.api.tenant.TenantSettings;
import java.awt.Color;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ISP as its papers show it.
 *
 * @param logo data URI, or null
 * @param contact telephone and mail, may be empty
 */
public record Letterhead(String name, String logo, Color colour, String contact, Words words) {
    /** The platform's own, as in its pages. */
    private static final Color PLATFORM = new Color(0x0f766e);
    /** Relative luminance (WCAG 2) up to which a colour can be read on white: a contrast of 3. */
    private static final double READABLE = 0.3;

    public static Letterhead of(TenantSettings s) {
        return new Letterhead(s.name(), s.logo(), readable(parsed(s.primaryColour())),
            Stream.of(s.supportPhone(), s.supportEmail()).filter(Objects::nonNull).filter(t -> !t.isBlank()).collect(Collectors.joining("  \u00b7  ")),
            Words.of(s.language(), s.zone()));
    }

    private static Color parsed(String colour) {
        return colour != null && colour.matches("#[0-9a-fA-F]{6}") ? new Color(Integer.parseInt(colour.substring(1), 16)) : PLATFORM;
    }

    /** The colour, darkened until it can be read. */
    static Color readable(Color colour) {
        Color c = colour;
        while (luminance(c) > READABLE) c = new Color(c.getRed() * 9 / 10, c.getGreen() * 9 / 10, c.getBlue() * 9 / 10);
        return c;
    }

    private static double luminance(Color c) {
        return 0.2126 * linear(c.getRed()) + 0.7152 * linear(c.getGreen()) + 0.0722 * linear(c.getBlue());
    }

    private static double linear(int eightBits) {
        double v = eightBits / 255.0;
        return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }
}

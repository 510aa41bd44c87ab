package io.mtandao.tenant.internal.rule;

import io.mtandao.api.Invalid;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A picture from a data URI. PNG and JPEG only: SVG can carry scripts, which would run in the pages that show it.
 *
 * @param type png or jpeg
 */
public record Logo(String type, byte[] bytes) {
    public static final int MOST_CHARACTERS = 200 * 1024;
    private static final Pattern SHAPE = Pattern.compile("data:image/(png|jpeg);base64,([A-Za-z0-9+/]+={0,2})");

    /** @throws Invalid on the field {@code logo} */
    public static Logo of(String dataUri) {
        if (dataUri == null || dataUri.isBlank()) return null;
        if (dataUri.length() > MOST_CHARACTERS) throw Invalid.field("logo", "at most 200 kB");
        Matcher m = SHAPE.matcher(dataUri);
        if (!m.matches()) throw Invalid.field("logo", "a PNG or JPEG picture as a data URI");
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(m.group(2));
        } catch (IllegalArgumentException e) {
            throw Invalid.field("logo", "not base 64");
        }
        if (!looksLike(m.group(1), bytes)) throw Invalid.field("logo", "not a " + m.group(1) + " picture");
        return new Logo(m.group(1), bytes);
    }

    // the browser believes the declared type only when the bytes agree; so do we
    private static boolean looksLike(String type, byte[] b) {
        if (type.equals("png")) return b.length > 8 && b[0] == (byte) 0x89 && b[1] == 'P' && b[2] == 'N' && b[3] == 'G';
        return b.length > 3 && b[0] == (byte) 0xFF && b[1] == (byte) 0xD8 && b[2] == (byte) 0xFF;
    }

    public String dataUri() {
        return "data:image/" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }
}

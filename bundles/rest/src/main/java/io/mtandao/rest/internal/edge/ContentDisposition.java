package io.mtandao.rest.internal.edge;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The header of this name (RFC 6266). File names may hold what an ISP chose, such as the prefix of its bills, so nothing of them is believed. */
public final class ContentDisposition {
    private ContentDisposition() {}

    /** To be kept as a file. */
    public static String attachment(String fileName) {
        return "attachment" + named(fileName);
    }

    /** To be shown. */
    public static String inline(String fileName) {
        return "inline" + named(fileName);
    }

    private static String named(String fileName) {
        String plain = fileName.replaceAll("[^A-Za-z0-9._ -]", "_");
        if (plain.equals(fileName)) return "; filename=\"" + plain + "\"";
        return "; filename=\"" + plain + "\"; filename*=UTF-8''" + URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
    }
}

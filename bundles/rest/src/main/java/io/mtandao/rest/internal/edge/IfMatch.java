package io.mtandao.rest.internal.edge;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version that the caller read and now replaces, from the header If-Match. A method that takes one needs the header. */
public record IfMatch(int version) {
    private static final Pattern ETAG = Pattern.compile("\"(\\d{1,9})\"");

    static IfMatch of(String header) {
        if (header == null) throw new Refusal(428, "precondition-required", "If-Match", "send the ETag that you read, for example If-Match: \"3\", so that nobody's change is lost");
        Matcher m = ETAG.matcher(header.strip());
        if (!m.matches()) throw new Refusal(412, "stale", "If-Match", "not the ETag that a GET of this gave");
        return new IfMatch(Integer.parseInt(m.group(1)));
    }

    public static String etag(int version) {
        return "\"" + version + "\"";
    }
}

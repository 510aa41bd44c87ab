package io.mtandao.plugin.httpsms.internal;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a message's parts are written where they stand, so that no text can leave its place. */
enum Escape {
    URL("") {
        @Override
        String of(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        }
    },
    FORM("application/x-www-form-urlencoded") {
        @Override
        String of(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    },
    JSON("application/json") {
        @Override
        String of(String text) {
            return new String(JsonStringEncoder.getInstance().quoteAsString(text));
        }
    },
    XML("application/xml; charset=UTF-8") {
        @Override
        String of(String text) {
            // XML 1.0 has no way at all to write most control characters
            return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]", "").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&apos;");
        }
    },
    TEXT("text/plain; charset=UTF-8") {
        @Override
        String of(String text) {
            return text;
        }
    };

    private static final Pattern WORD = Pattern.compile("\\{(to|text|from|id|callback)}");
    final String contentType;

    Escape(String contentType) {
        this.contentType = contentType;
    }

    abstract String of(String text);

    /** In one pass: a text that contains {from} is not filled in once more. */
    String fill(String template, Map<String, String> words) {
        return WORD.matcher(template).replaceAll(word -> Matcher.quoteReplacement(of(words.get(word.group(1)))));
    }
}

package io.mtandao.messaging.internal;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import io.mtandao.api.Invalid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills an ISP's template with words. Only text goes in, never objects; no partials, no sections. */
final class Wording {
    static final int LONGEST = 1000;
    private static final Pattern WORD = Pattern.compile("\\{\\{\\s*([A-Za-z]+)\\s*\\}\\}");

    private Wording() {}

    static String fill(String template, Map<String, String> words) {
        String text = Mustache.compiler().escapeHTML(false).defaultValue("").compile(template).execute(words).strip();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    /** @throws Invalid on {@code text} when it cannot be filled with these words */
    static void check(String template, Map<String, String> words) {
        new Invalid.Check().notBlank(template, "text", LONGEST).orThrow();
        try {
            fill(template, words);
        } catch (MustacheException e) {
            throw Invalid.field("text", "not a template: " + e.getMessage());
        }
        String rest = WORD.matcher(template).replaceAll("");
        if (rest.contains("{{") || rest.contains("}}")) throw Invalid.field("text", "only plain words in double braces, such as {{name}}");
        for (String used : used(template))
            if (!words.containsKey(used)) throw Invalid.field("text", "there is no word {{" + used + "}}; there are " + String.join(", ", words.keySet()));
    }

    /** The words in the order of their appearance: also the order of a WhatsApp template's parameters. */
    static List<String> used(String template) {
        List<String> found = new ArrayList<>();
        Matcher m = WORD.matcher(template);
        while (m.find()) found.add(m.group(1));
        return found;
    }
}

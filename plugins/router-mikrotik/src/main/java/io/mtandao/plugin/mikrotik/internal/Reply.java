package io.mtandao.plugin.mikrotik.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One sentence from the router.
 *
 * @param tag        of the command it answers, or null when it carries none
 * @param attributes the {@code =name=value} words
 * @param text       the bare words (the reason of a {@code !fatal}), or ""
 */
record Reply(Kind kind, String tag, Map<String, String> attributes, String text) {

    /** The reply word. UNKNOWN is any {@code !} word of a later RouterOS: skipping it keeps us alive, as {@code !empty} (7.18) did not keep others. */
    enum Kind { ROW, DONE, TRAP, EMPTY, FATAL, UNKNOWN }

    /** @throws ProtocolViolation when the sentence does not begin with {@code !}: then the peer is no RouterOS API */
    static Reply of(List<String> sentence) throws ProtocolViolation {
        String head = sentence.get(0);
        if (!head.startsWith("!")) {
            throw new ProtocolViolation("a reply must begin with '!'");
        }
        String tag = null;
        Map<String, String> attributes = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder();
        for (String word : sentence.subList(1, sentence.size())) {
            // a value may itself hold '=': only the second one of the word parts name and value
            int split = word.startsWith("=") ? word.indexOf('=', 1) : -1;
            if (split > 0) {
                attributes.put(word.substring(1, split), word.substring(split + 1));
            } else if (word.startsWith(".tag=")) {
                tag = word.substring(".tag=".length());
            } else {
                text.append(text.isEmpty() ? "" : " ").append(word);
            }
        }
        return new Reply(kind(head), tag, attributes, text.toString());
    }

    private static Kind kind(String head) {
        return switch (head) {
            case "!re" -> Kind.ROW;
            case "!done" -> Kind.DONE;
            case "!trap" -> Kind.TRAP;
            case "!empty" -> Kind.EMPTY;
            case "!fatal" -> Kind.FATAL;
            default -> Kind.UNKNOWN;
        };
    }
}

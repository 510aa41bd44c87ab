package io.mtandao.testing.routeros;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads what {@code /export} prints: a line with a menu's path, then {@code add} or {@code set} lines with name=value words. */
final class RscExport {
    /** A rule has more to it than this router knows. */
    private static final Set<String> LEFT_OUT = Set.of(Addresses.FILTER, Addresses.RAW);
    private final RouterState state;

    RscExport(RouterState state) {
        this.state = state;
    }

    /** Takes over the menus this router has and leaves the others out. @return items added */
    int load(String text) {
        String menu = "";
        int added = 0;
        // a backslash at the end of a line continues it
        for (String line : text.replaceAll("\\\\\\r?\\n\\s*", "").split("\\r?\\n")) {
            if (line.startsWith("/")) {
                menu = line.trim().replace(' ', '/');
            } else if (line.startsWith("add ") && state.has(menu) && !LEFT_OUT.contains(menu)) {
                state.add(menu, words(line.substring(4)));
                added++;
            } else if (line.startsWith("set name=") && state.has(menu)) {
                state.set(menu, null, words(line.substring(4)));
            }
        }
        return added;
    }

    private static Map<String, String> words(String line) {
        Map<String, String> words = new LinkedHashMap<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i <= line.length(); i++) {
            char c = i < line.length() ? line.charAt(i) : ' ';
            if (c == '\\' && quoted && i + 1 < line.length()) {
                word.append(line.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ' ' && !quoted) {
                int split = word.indexOf("=");
                if (split > 0) {
                    words.put(word.substring(0, split), word.substring(split + 1));
                }
                word.setLength(0);
            } else {
                word.append(c);
            }
        }
        return words;
    }
}

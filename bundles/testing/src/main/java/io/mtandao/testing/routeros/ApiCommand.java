package io.mtandao.testing.routeros;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One sentence from a client, taken apart.
 *
 * @param tag     or null
 * @param queries without their question marks
 */
record ApiCommand(String path, Map<String, String> attributes, List<String> queries, String tag) {

    static ApiCommand of(List<String> words) {
        Map<String, String> attributes = new LinkedHashMap<>();
        List<String> queries = new ArrayList<>();
        String tag = null;
        for (String word : words.subList(1, words.size())) {
            if (word.startsWith(".tag=")) {
                tag = word.substring(5);
            } else if (word.startsWith("?")) {
                queries.add(word.substring(1));
            } else if (word.startsWith("=") && word.indexOf('=', 1) > 0) {
                int split = word.indexOf('=', 1);
                attributes.put(word.substring(1, split), word.substring(split + 1));
            } else {
                throw new Trap("5", "unknown word");
            }
        }
        return new ApiCommand(words.get(0), attributes, queries, tag);
    }

    /** The menu, such as /ppp/secret. */
    String menu() {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    /** The last part, such as print. */
    String verb() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}

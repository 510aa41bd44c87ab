package io.mtandao.plugin.mikrotik.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One sentence to the router, immutable. Values are framed by length, so no text in them can become another word.
 *
 * @param path  the menu and verb, such as {@code /ppp/secret/print}
 * @param words the attribute and query words in the order in which they are sent
 */
record Command(String path, List<String> words) {
    private static final Set<String> SECRET_ATTRIBUTES = Set.of("password", "response", "secret");

    Command {
        words = List.copyOf(words);
    }

    static Command of(String path) {
        return new Command(path, List.of());
    }

    /** Removes a row that was printed. The router says NOT_FOUND when it is gone, or has another id, by then. */
    static Command removing(String menu, Row row) {
        return of(menu + "/remove").with(".id", row.id());
    }

    /** Adds {@code =name=value}; the value may be empty and may hold any character. */
    Command with(String name, String value) {
        return plus("=" + name + "=" + value);
    }

    Command with(Map<String, String> values) {
        Command whole = this;
        for (Map.Entry<String, String> value : values.entrySet()) {
            whole = whole.with(value.getKey(), value.getValue());
        }
        return whole;
    }

    /** Adds the query {@code ?name=value}; several of them must all be true. */
    Command where(String name, String value) {
        return plus("?" + name + "=" + value);
    }

    /** Adds a query word that works on the truths of those before it, such as {@code #|}. */
    Command query(String word) {
        return plus("?" + word);
    }

    /** Names the properties to return. Without it the router works out every property of every row, which is slow. */
    Command only(String... properties) {
        return with(".proplist", String.join(",", properties));
    }

    /** The whole sentence as sent under the given tag. */
    List<String> tagged(String tag) {
        List<String> sentence = new ArrayList<>(words.size() + 2);
        sentence.add(path);
        sentence.addAll(words);
        sentence.add(".tag=" + tag);
        return sentence;
    }

    private Command plus(String word) {
        List<String> more = new ArrayList<>(words);
        more.add(word);
        return new Command(path, more);
    }

    /** For logs and messages: passwords are masked. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(path);
        for (String word : words) {
            int split = word.indexOf('=', 1);
            boolean secret = split > 0 && SECRET_ATTRIBUTES.contains(word.substring(1, split));
            text.append(' ').append(secret ? word.substring(0, split + 1) + "***" : word);
        }
        return text.toString();
    }
}

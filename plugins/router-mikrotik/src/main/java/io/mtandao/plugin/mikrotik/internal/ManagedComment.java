package io.mtandao.plugin.mikrotik.internal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The comment of what the platform keeps on a router: {@code managed-by=mtandao;id=42;as=Home 10M,5M/10M;Grace Muthoni}.
 * RouterOS does not tell with which speed a session was opened, so {@code as} notes the state that live sessions were last brought up
 * to. It is written only after the old sessions were ended: when we die in between, the next run sees that and ends them.
 *
 * @param id    the platform's, of the subscription
 * @param state profile and speed, or "" while old sessions may still live
 * @param text  for people
 */
record ManagedComment(String id, String state, String text) {
    private static final int LONGEST_TEXT = 100;
    private static final Pattern FORM = Pattern.compile("managed-by=mtandao;id=([^;]*);as=([^;]*);(.*)", Pattern.DOTALL);

    ManagedComment {
        id = id.replace(';', '_');
        state = state.replace(';', '_');
        text = text.strip();
        // by code points, as half a character would never compare equal to what the router keeps
        text = text.codePoints().limit(LONGEST_TEXT).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString().stripTrailing();
    }

    static String state(String profile, RateLimit speed) {
        return profile + "," + speed.format();
    }

    /** @return empty when a person wrote the comment */
    static Optional<ManagedComment> parse(String comment) {
        Matcher matcher = FORM.matcher(comment);
        return matcher.matches()
                ? Optional.of(new ManagedComment(matcher.group(1), matcher.group(2), matcher.group(3))) : Optional.empty();
    }

    /** @return null when a person made it */
    static String idOf(Row row) {
        return parse(row.text("comment")).map(ManagedComment::id).orElse(null);
    }

    ManagedComment unsettled() {
        return new ManagedComment(id, "", text);
    }

    @Override
    public String toString() {
        return "managed-by=mtandao;id=" + id + ";as=" + state + ";" + text;
    }
}

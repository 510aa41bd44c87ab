package io.mtandao.plugin.mikrotik.internal;

import io.mtandao.plugin.mikrotik.internal.RouterFault.Kind;
import java.util.Locale;

/**
 * What the text of a {@code !trap} means. RouterOS has no error codes: the category is often left out and too coarse ("missing item
 * or command" is one), so the wording, stable since RouterOS 6, decides.
 */
final class TrapText {
    private static final String INTERRUPTED = "2";

    private TrapText() {
    }

    static RouterFault fault(Reply trap, Command command) {
        String message = trap.attributes().getOrDefault("message", trap.text());
        String category = trap.attributes().getOrDefault("category", "");
        return new RouterFault(kind(message.toLowerCase(Locale.ROOT), category),
                "The router refused " + command.path() + ": " + (message.isEmpty() ? "no reason given" : message));
    }

    private static Kind kind(String message, String category) {
        if (message.contains("already have") || message.contains("already exists")) {
            return Kind.CONFLICT;
        }
        if (message.startsWith("no such item")) {
            return Kind.NOT_FOUND;
        }
        if (message.startsWith("input does not match any value of profile")) {
            return Kind.MISSING_PROFILE;
        }
        if (message.startsWith("invalid user name or password") || message.startsWith("cannot log in")) {
            return Kind.AUTH;
        }
        if (message.startsWith("not enough permissions")) {
            return Kind.PERMISSION;
        }
        return category.equals(INTERRUPTED) || message.equals("interrupted") ? Kind.CANCELLED : Kind.REFUSED;
    }
}

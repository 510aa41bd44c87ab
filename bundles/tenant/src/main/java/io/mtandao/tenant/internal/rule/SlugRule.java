package io.mtandao.tenant.internal.rule;

import io.mtandao.api.Invalid;
import java.util.Set;
import java.util.regex.Pattern;

/** An ISP's short name: it stands in addresses, so it must be plain and must not look like a part of the platform. */
public final class SlugRule {
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9](?:[a-z0-9]|-(?!-)){1,38}[a-z0-9]");
    private static final Set<String> RESERVED = Set.of("api", "ui", "www", "admin", "administrator", "operator", "root", "system", "platform", "mtandao",
            "hooks", "health", "metrics", "portal", "static", "assets", "login", "signin", "signup", "register", "reset", "verify", "support", "help",
            "status", "mail", "smtp", "ftp", "localhost", "null");

    private SlugRule() {}

    public static void check(Invalid.Check check, String field, String slug) {
        if (slug == null || !SHAPE.matcher(slug).matches())
            check.that(false, field, "3 to 40 of a-z, 0-9 and single '-' between them");
        else check.that(!RESERVED.contains(slug), field, "this short name is reserved; choose another");
    }
}

package io.mtandao.tenant.internal.rule;

import io.mtandao.api.Invalid;
import java.util.Locale;
import java.util.regex.Pattern;

/** E-mail addresses as people have them (RFC 5321 sizes, no quoted local parts), kept in lower case: nobody means two accounts by them. */
public final class EmailRule {
    private static final Pattern SHAPE = Pattern.compile(
            "[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

    private EmailRule() {}

    public static String normal(String email) {
        return email == null ? null : email.strip().toLowerCase(Locale.ROOT);
    }

    /** @param email as {@link #normal} gives it */
    public static void check(Invalid.Check check, String field, String email) {
        boolean ok = email != null && email.length() <= 254 && email.indexOf('@') <= 64 && SHAPE.matcher(email).matches();
        check.that(ok, field, "an e-mail address, for example jane@example.com");
    }
}

package io.mtandao.tenant.internal.rule;

import io.mtandao.api.Invalid;
import java.util.Locale;
import java.util.Set;

/** Length and not being guessable at once, as NIST SP 800-63B asks; no rules about kinds of characters, which make people choose worse ones. */
public final class PasswordPolicy {
    public static final int LEAST = 10;
    public static final int MOST = 200;

    /** The common ones of ten characters and more, in lower case. */
    private static final Set<String> COMMON = Set.of("1234567890", "0123456789", "12345678910", "0987654321", "9876543210", "123456789a", "a123456789",
            "123456789q", "1q2w3e4r5t", "1qaz2wsx3edc", "1q2w3e4r5t6y", "qwertyuiop", "qwerty12345", "qwerty123456", "qwertyuiop123", "asdfghjkl123",
            "zxcvbnm123", "password12", "password123", "password1234", "passw0rd123", "p@ssword123", "p@ssw0rd123", "passwordpassword", "iloveyou123",
            "welcome123", "welcome1234", "letmein123", "letmein1234", "changeme123", "changeme1234", "administrator", "administrator1", "admin12345",
            "admin123456", "adminadmin", "mikrotik123", "mikrotik1234", "football123", "superman123", "sunshine123", "princess123", "abcdefghij",
            "abcd123456", "abc1234567", "nairobi123", "nairobi2026", "internet123", "manchester1", "liverpool1", "christian1", "jesuschrist");

    private PasswordPolicy() {}

    /** @param personal words it must not contain (slug, e-mail); null and empty ones are skipped */
    public static void check(Invalid.Check check, String field, String password, String... personal) {
        if (password == null || password.length() < LEAST) {
            check.that(false, field, "at least " + LEAST + " characters");
            return;
        }
        String lower = password.toLowerCase(Locale.ROOT);
        check.atMost(password, field, MOST);
        check.that(!COMMON.contains(lower), field, "this is one of the passwords that are tried first; choose another");
        check.that(password.chars().distinct().count() >= 4, field, "use more different characters");
        for (String word : personal)
            check.that(word == null || word.isBlank() || !lower.contains(word.toLowerCase(Locale.ROOT)), field,
                    "must not contain the short name or the e-mail address");
    }
}

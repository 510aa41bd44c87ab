package io.mtandao.plugin.smtp.internal;

import io.mtandao.api.Invalid;
import io.mtandao.spi.VendorProblem;
import java.util.Map;
import java.util.regex.Pattern;

/** The form of an ISP's settings: everything that can be seen to be wrong without asking the mail server. */
final class SmtpForm {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|[0-9A-Fa-f:]+");

    private SmtpForm() {}

    static Map<String, String> faults(SmtpSettings settings) {
        boolean named = !settings.username().isBlank();
        return new Invalid.Check()
            .that(HOST.matcher(settings.host().strip()).matches(), "host", "must be a host name like smtp.example.com, without https:// and port")
            .that(isSender(settings.from()), "from", "must be one mail address like billing@example.com")
            .that(settings.fromName().chars().noneMatch(Character::isISOControl), "fromName", "must be one line")
            .that(!named || !settings.security().equals(SmtpSettings.NONE), "security", "must be STARTTLS or TLS, for a password is not sent without; or clear the user name")
            .that(!named || !settings.password().isBlank(), "password", "must be given with a user name")
            .wrong();
    }

    private static boolean isSender(String text) {
        try {
            SmtpMessage.sender(text);
            return true;
        } catch (VendorProblem e) {
            return false;
        }
    }
}

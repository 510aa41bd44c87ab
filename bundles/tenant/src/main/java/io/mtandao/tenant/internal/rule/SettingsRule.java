package io.mtandao.tenant.internal.rule;

import io.mtandao.api.Invalid;
import io.mtandao.api.messaging.Channel;
import io.mtandao.api.tenant.Registrations.NewIsp;
import io.mtandao.api.tenant.TenantSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/** What an ISP's settings may be, field by field. */
public final class SettingsRule {
    private static final Pattern HOST = Pattern.compile("(?=.{4,200}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");
    private static final List<String> LANGUAGES = List.of("en", "sw");
    private static final int TEN_YEARS = 3660;

    private SettingsRule() {}

    /** What a new ISP starts with. */
    public static TenantSettings first(NewIsp isp, String phone, String email) {
        return new TenantSettings(0, isp.name(), isp.slug(), null, isp.country(), isp.currency(), isp.timeZone(), "en", "VAT", 0, 365, null, null,
                phone, email, "sms,whatsapp");
    }

    /**
     * The settings as they are kept: trimmed, e-mail and host in lower case, phone as E.164.
     *
     * @param platformHost where the platform itself answers; no ISP may claim it
     * @throws Invalid with all that is wrong
     */
    public static TenantSettings accepted(TenantSettings s, TenantSettings now, String platformHost) {
        Invalid.Check check = new Invalid.Check();
        check.that(Objects.equals(s.slug(), now.slug()), "slug", "cannot be changed");
        check.that(Objects.equals(s.country(), now.country()), "country", "cannot be changed");
        check.notBlank(s.name(), "name", 120);
        String host = lower(s.host());
        check.that(host == null || HOST.matcher(host).matches(), "host", "a host name, for example billing.example.com");
        check.that(host == null || !host.equals(platformHost), "host", "this is the platform's own host name");
        Place.checkCurrency(check, "currency", s.currency());
        Place.checkZone(check, "timeZone", s.timeZone());
        check.that(s.language() != null && LANGUAGES.contains(s.language()), "language", "en or sw");
        check.notBlank(s.taxName(), "taxName", 40);
        check.that(s.taxPercentHundredths() >= 0 && s.taxPercentHundredths() <= 10_000, "taxPercentHundredths", "from 0 to 10000 (100 %)");
        check.that(s.retentionDays() >= 0 && s.retentionDays() <= TEN_YEARS, "retentionDays", "from 0 (for ever) to " + TEN_YEARS);
        String logo = logo(check, s.logo());
        String colour = lower(s.primaryColour());
        check.that(colour == null || COLOUR.matcher(colour).matches(), "primaryColour", "as #rrggbb");
        String phone = Phones.toE164(check, "supportPhone", s.supportPhone(), now.country());
        String email = lower(s.supportEmail());
        if (email != null) EmailRule.check(check, "supportEmail", email);
        String channels = channels(check, s.messageChannels());
        check.orThrow();
        return new TenantSettings(s.version(), s.name().strip(), now.slug(), host, now.country(), s.currency(), s.timeZone(), s.language(),
                s.taxName().strip(), s.taxPercentHundredths(), s.retentionDays(), logo, colour, phone, email, channels);
    }

    private static String logo(Invalid.Check check, String dataUri) {
        try {
            Logo logo = Logo.of(dataUri);
            return logo == null ? null : logo.dataUri();
        } catch (Invalid e) {
            check.add(e);
            return null;
        }
    }

    private static String channels(Invalid.Check check, String text) {
        List<String> all = Arrays.stream(Channel.values()).map(c -> c.name().toLowerCase(Locale.ROOT)).toList();
        List<String> given = text == null || text.isBlank() ? List.of() : Arrays.stream(text.toLowerCase(Locale.ROOT).split(",")).map(String::strip).toList();
        boolean ok = !given.isEmpty() && all.containsAll(given) && given.stream().distinct().count() == given.size();
        check.that(ok, "messageChannels", "in the order of choice, each once, of " + String.join(", ", all));
        return String.join(",", given);
    }

    private static String lower(String text) {
        return text == null || text.isBlank() ? null : text.strip().toLowerCase(Locale.ROOT);
    }
}

package io.mtandao.tenant.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mtandao.api.Invalid;
import io.mtandao.api.tenant.Registrations.NewIsp;
import io.mtandao.api.tenant.TenantSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsRuleTest {
    private static final TenantSettings NOW = SettingsRule.first(new NewIsp("Savanna", "savanna", "KE", "KES", "Africa/Nairobi"), "+254712345678", "jane@example.com");

    @Test
    void whatANewIspStartsWithPassesAsItIs() {
        assertThat(accepted(NOW)).isEqualTo(NOW);
        assertThat(NOW.zone().getId()).isEqualTo("Africa/Nairobi");
    }

    @Test
    void formsAreMadePlain() {
        TenantSettings kept = accepted(new TenantSettings(4, " New Name ", "savanna", " Billing.Example.COM ", "KE", "TZS", "UTC", "sw", " GST ", 1600, 0, "", "#AABBCC",
                "0712 345 679", " Help@Example.com ", "Mail, SMS"));
        assertThat(kept).isEqualTo(new TenantSettings(4, "New Name", "savanna", "billing.example.com", "KE", "TZS", "UTC", "sw", "GST", 1600, 0, null, "#aabbcc",
                "+254712345679", "help@example.com", "mail,sms"));
    }

    @Test
    void emptyOptionalFieldsAreNothing() {
        TenantSettings kept = accepted(new TenantSettings(0, "S", "savanna", " ", "KE", "KES", "UTC", "en", "VAT", 0, 0, null, "", " ", "", "sms"));
        assertThat(kept.host()).isNull();
        assertThat(kept.primaryColour()).isNull();
        assertThat(kept.supportPhone()).isNull();
        assertThat(kept.supportEmail()).isNull();
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        TenantSettings bad = new TenantSettings(0, "", "other", "no host", "UG", "KSH", "EAT", "fr", "", -1, -1, "data:text/html,x", "red", "12", "jane", "pigeon");
        assertThat(wrong(bad)).containsOnlyKeys("name", "slug", "host", "country", "currency", "timeZone", "language", "taxName", "taxPercentHundredths", "retentionDays",
                "logo", "primaryColour", "supportPhone", "supportEmail", "messageChannels");
    }

    @Test
    void slugAndCountryStay() {
        assertThat(wrong(with("other", "KE", null, "sms"))).containsOnlyKeys("slug");
        assertThat(wrong(with("savanna", "UG", null, "sms"))).containsOnlyKeys("country");
    }

    @Test
    void thePlatformsOwnHostIsNobodys() {
        assertThat(wrong(with("savanna", "KE", "isp.example.org", "sms")).get("host")).contains("platform");
        assertThat(accepted(with("savanna", "KE", "my.example.org", "sms")).host()).isEqualTo("my.example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "10.0.0.1", "-a.example.com", "a..b.com", "https://a.example.com", "a.example.com:8080", "a.example.com/x", "ex ample.com"})
    void whatIsNoHostNameIsRefused(String host) {
        assertThat(wrong(with("savanna", "KE", host, "sms"))).containsOnlyKeys("host");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sms,sms", "sms,,mail", "fax", "sms mail"})
    void channelsAreKnownOnesEachOnce(String channels) {
        assertThat(wrong(with("savanna", "KE", null, channels))).containsOnlyKeys("messageChannels");
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "1600, true", "10000, true", "10001, false"})
    void aTaxIsFromNothingToAHundredPercent(int hundredths, boolean fine) {
        TenantSettings s = new TenantSettings(0, "S", "savanna", null, "KE", "KES", "UTC", "en", "VAT", hundredths, 0, null, null, null, null, "sms");
        if (fine) assertThat(accepted(s).taxPercentHundredths()).isEqualTo(hundredths);
        else assertThat(wrong(s)).containsOnlyKeys("taxPercentHundredths");
    }

    private static TenantSettings with(String slug, String country, String host, String channels) {
        return new TenantSettings(0, "S", slug, host, country, "KES", "UTC", "en", "VAT", 0, 0, null, null, null, null, channels);
    }

    private static TenantSettings accepted(TenantSettings s) {
        return SettingsRule.accepted(s, NOW, "isp.example.org");
    }

    private static Map<String, String> wrong(TenantSettings s) {
        return catchThrowableOfType(Invalid.class, () -> accepted(s)).fields();
    }
}

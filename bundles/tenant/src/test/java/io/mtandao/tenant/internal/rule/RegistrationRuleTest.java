package io.mtandao.tenant.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mtandao.api.Invalid;
import io.mtandao.api.tenant.Registrations.NewIsp;
import io.mtandao.api.tenant.Registrations.NewOwner;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationRuleTest {
    private static final NewIsp ISP = new NewIsp("Savanna Net", "savanna", "KE", "KES", "Africa/Nairobi");
    private static final NewOwner OWNER = new NewOwner("Jane Doe", "jane@example.com", "0712 345 678", "correct horse");

    @Test
    void whatIsRightIsKeptInItsPlainForm() {
        RegistrationRule kept = RegistrationRule.accepted(new NewIsp("  Savanna Net ", "savanna", "KE", "KES", "Africa/Nairobi"),
                new NewOwner(" Jane Doe ", " Jane@Example.COM ", "0712 345 678", "correct horse"));
        assertThat(kept.isp()).isEqualTo(ISP);
        assertThat(kept.owner()).isEqualTo(new NewOwner("Jane Doe", "jane@example.com", "+254712345678", "correct horse"));
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceByField() {
        assertThat(wrong(new NewIsp(" ", "API", "Kenya", "Ksh", "Nairobi"), new NewOwner("", "jane", "", "short")))
                .containsOnlyKeys("isp.name", "isp.slug", "isp.country", "isp.currency", "isp.timeZone", "owner.fullName", "owner.email", "owner.phone", "owner.password");
        assertThat(wrong(new NewIsp(null, null, null, null, null), new NewOwner(null, null, null, null))).hasSize(9);
    }

    @Test
    void aMissingHalfIsTold() {
        assertThat(wrong(null, OWNER)).containsOnlyKeys("isp");
        assertThat(wrong(ISP, null)).containsOnlyKeys("owner");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+254712345678", "254712345678", "0712345678", "0712-345-678", "(0712) 345678", "712345678"})
    void everySpellingOfAPhoneBecomesOne(String phone) {
        NewOwner owner = new NewOwner("Jane", "jane@example.com", phone, "correct horse");
        assertThat(RegistrationRule.accepted(ISP, owner).owner().phone()).isEqualTo("+254712345678");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "hello", "07123456789012", "+999123456789"})
    void whatIsNoPhoneIsRefused(String phone) {
        assertThat(wrong(ISP, new NewOwner("Jane", "jane@example.com", phone, "correct horse"))).containsOnlyKeys("owner.phone");
    }

    @Test
    void aForeignNumberIsFineWithItsCountryCode() {
        assertThat(RegistrationRule.accepted(ISP, new NewOwner("Jane", "jane@example.com", "+255 754 123 456", "correct horse")).owner().phone()).isEqualTo("+255754123456");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jane@example.com", "j.doe+isp@mail.example.co.ke", "o'neil@example.org"})
    void usualAddressesPass(String email) {
        assertThat(RegistrationRule.accepted(ISP, new NewOwner("Jane", email, "0712345678", "correct horse")).owner().email()).isEqualTo(email);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jane", "jane@", "@example.com", "jane@example", "ja ne@example.com", "jane@exa_mple.com", "jane@example.com, joe@example.com",
        "jane@example.com\nBcc: joe@example.com", "<jane@example.com>", ".jane@example.com"})
    void whatCouldHarmAMailIsRefused(String email) {
        assertThat(wrong(ISP, new NewOwner("Jane", email, "0712345678", "correct horse"))).containsOnlyKeys("owner.email");
    }

    @ParameterizedTest
    @CsvSource({"KE, KES, Africa/Nairobi", "TZ, TZS, Africa/Dar_es_Salaam", "UG, UGX, Africa/Kampala", "DE, EUR, Europe/Berlin", "US, USD, UTC"})
    void anyCountryIsWelcome(String country, String currency, String zone) {
        assertThat(RegistrationRule.accepted(new NewIsp("N", "net-one", country, currency, zone), new NewOwner("J", "j@example.com", "+254712345678", "correct horse"))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"XXX", "XAU", "kes", "KSH", ""})
    void whatNobodyCanPayInIsNoCurrency(String currency) {
        assertThat(wrong(new NewIsp("N", "net-one", "KE", currency, "UTC"), OWNER)).containsOnlyKeys("isp.currency");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+03:00", "EAT3", "africa/nairobi", "Z"})
    void onlyNamedZonesAreZones(String zone) {
        assertThat(wrong(new NewIsp("N", "net-one", "KE", "KES", zone), OWNER)).containsOnlyKeys("isp.timeZone");
    }

    private static Map<String, String> wrong(NewIsp isp, NewOwner owner) {
        return catchThrowableOfType(Invalid.class, () -> RegistrationRule.accepted(isp, owner)).fields();
    }
}

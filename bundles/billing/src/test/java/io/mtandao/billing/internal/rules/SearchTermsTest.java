package io.mtandao.billing.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchTermsTest {
    @Test
    void wordsMustAllMatchWhateverTheirOrder() {
        assertThat(SearchTerms.of(" Muthoni  GRACE ")).containsExactly("%muthoni%", "%grace%");
    }

    @Test
    void aPhoneNumberIsOneTermInEverySpelling() {
        assertThat(SearchTerms.of("0712 345 678")).containsExactly("%0712345678%");
        assertThat(SearchTerms.of("+254 712-345-678")).containsExactly("%254712345678%");
    }

    @Test
    void wildcardsAreOrdinaryLetters() {
        assertThat(SearchTerms.of("100%_!")).containsExactly("%100!%!_!!%");
    }
}

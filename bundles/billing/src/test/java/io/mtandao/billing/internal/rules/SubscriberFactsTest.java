package io.mtandao.billing.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Invalid;
import io.mtandao.api.billing.Subscribers.Draft;
import org.junit.jupiter.api.Test;

class SubscriberFactsTest {
    @Test
    void areKeptTrimmedAndNormal() {
        SubscriberFacts f = SubscriberFacts.check(new Draft("  Akinyi Ng'ang'a ", "0712 345 678", " akinyi@example.com ", " MT-1001 ",
            " Rongai ",
            "  "), "KE");
        assertThat(f).isEqualTo(new SubscriberFacts("Akinyi Ng'ang'a", "+254712345678", "akinyi@example.com", "MT-1001", false, "Rongai",
            null));
        assertThat(f.accountKey()).isEqualTo("mt1001");
        assertThat(f.searchText()).contains("akinyi ng'ang'a", "mt1001", "mt-1001", "254712345678", "0712345678", "akinyi@example.com");
    }

    @Test
    void everyFaultIsToldAtOnce() {
        Draft draft = new Draft(" ", "07123", "not-an-email", "--", "x".repeat(501), "y".repeat(4001));
        assertThatThrownBy(() -> SubscriberFacts.check(draft, "KE"))
            .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.fields()).containsOnlyKeys("name", "phone", "email", "accountNumber",
            "place",
            "notes"));
    }

    @Test
    void nameAloneIsEnough() {
        SubscriberFacts f = SubscriberFacts.check(new Draft("Grace", null, null, null, null, null), "KE");
        assertThat(f.account()).isNull();
        assertThat(f.withAccount("1001", true).searchText()).isEqualTo("grace 1001 1001");
    }
}

package io.mtandao.billing.internal.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Invalid;
import io.mtandao.api.TenantId;
import io.mtandao.billing.internal.rules.PppoeName;
import io.mtandao.persistence.SecretBox;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Names and passwords that subscribers' boxes dial in with. */
class PppoeTest {
    private static final TenantId ISP = new TenantId("a");

    /** Shows what it was asked, so that the purpose is seen. */
    private final PppoePasswords passwords = new PppoePasswords(new SecretBox() {
        @Override
        public String seal(TenantId tenant, String purpose, String clear) {
            return tenant + "/" + purpose + "/" + clear;
        }

        @Override
        public String open(TenantId tenant, String purpose, String sealed) {
            return sealed.substring((tenant + "/" + purpose + "/").length());
        }
    });

    @Test
    void aPasswordThatIsNotGivenIsMadeWithoutLookAlikes() {
        Set<String> made = new HashSet<>();
        for (int i = 0; i < 200; i++) made.add(passwords.open(ISP, passwords.seal(ISP, i % 2 == 0 ? null : " ")));
        assertThat(made).hasSize(200).allMatch(p -> p.matches("[a-hjkmnp-z2-9]{12}"));
    }

    @Test
    void aGivenOneIsSealedForItsPurposeAsItStands() {
        assertThat(passwords.seal(ISP, " pw522089")).isEqualTo("a/pppoe/ pw522089");
        assertThat(passwords.isNew(ISP, "pw", "a/pppoe/pw")).isFalse();
        assertThat(passwords.isNew(ISP, "other", "a/pppoe/pw")).isTrue();
        assertThat(passwords.isNew(ISP, null, "a/pppoe/pw")).as("nothing typed keeps it").isFalse();
        assertThat(passwords.isNew(ISP, " ", "a/pppoe/pw")).isFalse();
    }

    @Test
    void whatNoRouterTakesIsRefused() {
        assertThatThrownBy(() -> passwords.seal(ISP, "x".repeat(65)))
            .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.fields()).containsOnlyKeys("pppoePassword"));
        assertThatThrownBy(() -> passwords.seal(ISP, "a\nb")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> PppoeName.checked("x".repeat(65))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> PppoeName.checked("a\tb")).isInstanceOf(Invalid.class);
    }

    @Test
    void namesDifferingInCaseAreOne() {
        assertThat(PppoeName.checked(" John Doe@isp ")).isEqualTo("John Doe@isp");
        assertThat(PppoeName.key("John Doe@ISP")).isEqualTo(PppoeName.key("john doe@isp"));
    }

    @Test
    void twoRoutersAreTwoNamespacesAndNoneIsAll() {
        assertThat(UserNames.clash(7L, 7L)).isTrue();
        assertThat(UserNames.clash(7L, 8L)).isFalse();
        assertThat(UserNames.clash(null, 8L)).isTrue();
        assertThat(UserNames.clash(null, null)).isTrue();
    }
}

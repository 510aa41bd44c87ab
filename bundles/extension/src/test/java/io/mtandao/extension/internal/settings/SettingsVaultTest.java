package io.mtandao.extension.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.mtandao.api.Invalid;
import io.mtandao.api.TenantId;
import io.mtandao.api.extension.Plugins.Field;
import io.mtandao.extension.internal.Installed;
import io.mtandao.extension.internal.PluginKind;
import io.mtandao.extension.internal.fixture.FelixMetatypes;
import io.mtandao.extension.internal.fixture.TillPlugin;
import io.mtandao.extension.internal.fixture.TillSettings;
import io.mtandao.persistence.SecretBox;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms from a Metatype that bnd wrote and Felix reads. */
class SettingsVaultTest {
    private static final TenantId A = new TenantId("a");
    private static final Installed TILL = installed();
    private final SettingsVault vault = new SettingsVault(new FelixMetatypes(), new OpenBox());

    private static Installed installed() {
        TillPlugin plugin = new TillPlugin("till");
        return new Installed(PluginKind.PAYMENT, plugin.describe(), plugin, FelixMetatypes.bundle("till"));
    }

    /** "Seals" by writing down for whom and what for. */
    private static final class OpenBox implements SecretBox {
        @Override
        public String seal(TenantId tenant, String purpose, String clear) {
            return tenant + "|" + purpose + "|" + clear;
        }

        @Override
        public String open(TenantId tenant, String purpose, String sealed) {
            if (!sealed.startsWith(tenant + "|" + purpose + "|")) throw new IllegalStateException("not for you");
            return sealed.substring(sealed.lastIndexOf('|') + 1);
        }
    }

    private StoredSettings saved(StoredSettings before, Map<String, String> given) {
        return vault.merge(A, TILL, before, given, true);
    }

    private Map<String, String> faults(Map<String, String> given, boolean complete) {
        try {
            vault.merge(A, TILL, StoredSettings.NONE, given, complete);
            return Map.of();
        } catch (Invalid e) {
            return e.fields();
        }
    }

    @Test
    void theFormSpeaksThePersonsLanguageAndKeepsTheOrderOfTheType() {
        assertThat(vault.schema(TILL, Locale.ENGLISH).fields()).extracting(Field::id)
            .containsExactly("short.code", "pass.key", "spare.key", "seconds", "sandbox", "side", "hosts");
        assertThat(vault.schema(TILL, new Locale("sw", "KE")).find("short.code").orElseThrow().field())
            .isEqualTo(new Field("short.code", "Namba fupi", "Tarakimu tano hadi saba", "text", true, null, Map.of()));
        assertThat(vault.schema(TILL, null).find("side").orElseThrow().field())
            .isEqualTo(new Field("side", "Side", null, "option", true, "PAYBILL", Map.of("PAYBILL", "Paybill", "TILL", "Till")));
    }

    @Test
    void whatIsSavedArrivesTypedWithTheDefaultsOfTheRest() {
        StoredSettings stored = saved(StoredSettings.NONE, Map.of("short.code", " 174379 ", "pass.key", "s3cret", "side", "TILL", "hosts", "one.example\n two.example\n"));
        assertThat(stored.json()).doesNotContain("\"s3cret\"").contains("a|extension.till.pass.key|s3cret");
        TillSettings typed = (TillSettings) vault.typed(A, TILL, StoredSettings.ofJson(stored.json()));
        assertThat(typed.short_code()).isEqualTo("174379");
        assertThat(typed.pass_key()).isEqualTo("s3cret");
        assertThat(typed.seconds()).isEqualTo(10);
        assertThat(typed.sandbox()).isFalse();
        assertThat(typed.side()).isEqualTo(TillSettings.Side.TILL);
        assertThat(typed.hosts()).containsExactly("one.example", "two.example");
    }

    @Test
    void aSecretThatIsNotGivenIsKeptAndAnEmptyOneIsCleared() {
        StoredSettings first = saved(StoredSettings.NONE, Map.of("short.code", "174379", "pass.key", "one", "spare.key", "two", "seconds", "20"));
        Map<String, String> nothing = new HashMap<>();
        nothing.put("pass.key", null);
        assertThat(saved(first, nothing)).isEqualTo(first);
        StoredSettings second = saved(first, Map.of("pass.key", "three", "spare.key", "", "seconds", ""));
        assertThat(second.sealed()).containsOnlyKeys("pass.key").containsEntry("pass.key", "a|extension.till.pass.key|three");
        assertThat(second.plain()).containsOnlyKeys("short.code");
    }

    @ParameterizedTest
    @CsvSource({"short.code,123,is too short", "short.code,12345678,is too long", "seconds,abc,must be a whole number", "seconds,0,is too small",
        "seconds,61,is too large", "sandbox,yes,must be true or false", "side,BANK,'must be one of PAYBILL, TILL'", "colour,red,there is no such setting"})
    void everyBadValueHasATextThatSaysWhatToDo(String field, String value, String text) {
        assertThat(faults(Map.of(field, value), false)).isEqualTo(Map.of(field, text));
    }

    @Test
    void allFaultsAreToldAtOnceAndWhatIsRequiredOnlyWhenSwitchedOn() {
        assertThat(faults(Map.of(), false)).isEmpty();
        assertThat(faults(Map.of("seconds", "x"), true))
            .isEqualTo(Map.of("short.code", "must be given", "pass.key", "must be given", "seconds", "must be a whole number"));
        assertThat(faults(Map.of("pass.key", "x".repeat(4001)), false)).isEqualTo(Map.of("pass.key", "at most 4000 characters"));
    }

    @Test
    void aValueThatOnlyTheConverterRefusesFailsWhenItIsSaved() {
        // long in the Metatype of an older version, int in the type of the newer one
        Schema schema = vault.schema(TILL, null);
        assertThat(TypedSettings.faults(TillSettings.class, schema, Map.of("seconds", "99999999999"))).isEqualTo(Map.of("seconds", "is not valid"));
        assertThat(TypedSettings.faults(TillSettings.class, schema, Map.of("side", "NEITHER"))).isEqualTo(Map.of("side", "is not valid"));
        assertThat(TypedSettings.faults(TillSettings.class, schema, Map.of("seconds", "9", "side", "TILL"))).isEmpty();
    }

    @Test
    void whatANewerVersionRequiresIsMissedAndWhatItNoLongerKnowsIsDropped() {
        StoredSettings old = new StoredSettings(Map.of("short.code", "174379", "colour", "red"), Map.of());
        assertThatThrownBy(() -> vault.typed(A, TILL, old)).asInstanceOf(type(Invalid.class)).extracting(Invalid::fields).isEqualTo(Map.of("pass.key", "must be given"));
        assertThat(saved(old, Map.of("pass.key", "k")).plain()).containsOnlyKeys("short.code");
    }

    @Test
    void whatWasPlainAndIsASecretNowIsSealedWhenSavedNext() {
        StoredSettings old = new StoredSettings(Map.of("short.code", "174379", "pass.key", "plain"), Map.of());
        assertThat(((TillSettings) vault.typed(A, TILL, old)).pass_key()).isEqualTo("plain");
        assertThat(saved(old, Map.of()).sealed()).isEqualTo(Map.of("pass.key", "a|extension.till.pass.key|plain"));
    }

    @Test
    void fieldIdsFollowTheRuleOfOsgi() {
        assertThat(TypedSettings.fieldOf("api_key")).isEqualTo("api.key");
        assertThat(TypedSettings.fieldOf("api__key")).isEqualTo("api_key");
        assertThat(TypedSettings.fieldOf("api$_$key")).isEqualTo("api-key");
        assertThat(TypedSettings.fieldOf("$new")).isEqualTo("new");
        assertThat(TypedSettings.fieldOf("shortCode")).isEqualTo("shortCode");
    }
}

package io.mtandao.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.mtandao.spi.Callback;
import io.mtandao.spi.Plugin;
import io.mtandao.spi.PluginDescription;
import io.mtandao.spi.RawCallback;
import io.mtandao.spi.TenantContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What every plugin fulfils: it describes itself, its settings can be drawn, stored and read, and no callback breaks it. */
public abstract class PluginContract<P extends Plugin<S>, S> {
    protected abstract P plugin();

    /** Complete settings whose credentials contain the mark, so that they can be told apart at the vendor's. */
    protected abstract Map<String, Object> settings(String mark);

    /** The names of the settings that must be stored encrypted and never shown. */
    protected abstract Set<String> secrets();

    /** The names of capabilities of this kind. */
    protected abstract Set<String> capabilities();

    /** Has the plugin interpret a callback. */
    protected List<?> interpret(P plugin, TenantContext<S> context, RawCallback callback) {
        return List.of();
    }

    protected final TenantContext<S> context(String mark) {
        return TenantContexts.of(mark, plugin(), settings(mark));
    }

    @Test
    void describesItself() {
        PluginDescription description = plugin().describe();
        assertThat(description.name()).isNotBlank();
        assertThat(description.summary()).isNotBlank().hasSizeLessThan(200);
        assertThat(description.icon()).matches("vaadin:[a-z0-9-]+");
        assertThat(capabilities()).containsAll(description.capabilities());
        assertThat(description.hosts()).allMatch(host -> host.matches("[a-z0-9.-]+"));
        assertThat(plugin().describe()).isEqualTo(description);
    }

    @Test
    void hasCallbacksThatCanBeAddressedAndAcknowledged() {
        List<Callback> callbacks = plugin().describe().callbacks();
        assertThat(callbacks).extracting(Callback::purpose).doesNotHaveDuplicates().allMatch(purpose -> purpose.matches("[a-z0-9-]{2,30}"));
        assertThat(callbacks).allMatch(callback -> callback.ackStatus() == 200 && callback.ackBody() != null);
    }

    @Test
    void hasSettingsThatThePlatformFindsByTheirType() throws Exception {
        assertThat(plugin().settingsType()).isAnnotation();
        assertThat(metatype().hasDefinition()).as("@ObjectClassDefinition(id = \"%s\")", plugin().settingsType().getName()).isTrue();
        assertThat(metatype().isDesignated()).as("pid = \"%s\"", plugin().settingsType().getName()).isTrue();
    }

    @Test
    void hasADefaultForEverySettingThatIsNotRequired() throws Exception {
        assertThat(metatype().attributes()).isNotEmpty().allMatch(attribute -> attribute.required() || attribute.defaultValue() != null);
        Map<String, Object> onlyRequired = new HashMap<>(settings("a"));
        metatype().attributes().stream().filter(attribute -> !attribute.required()).forEach(attribute -> onlyRequired.remove(attribute.id()));
        TypedSettings.of(plugin().settingsType(), onlyRequired);
    }

    @Test
    void hasNothingAgainstSettingsThatWork() {
        assertThat(plugin().faults(context("a").settings())).isEmpty();
    }

    @Test
    void hidesItsSecretsAndNothingElse() throws Exception {
        Set<String> passwords = metatype().attributes().stream().filter(attribute -> attribute.type().equals("Password")).map(Metatype.Attribute::id)
            .collect(Collectors.toSet());
        assertThat(passwords).isEqualTo(secrets());
        assertThat(metatype().attributes()).filteredOn(attribute -> attribute.id().matches("(?i).*(secret|passw|passkey|apikey|token).*"))
            .allMatch(attribute -> attribute.type().equals("Password"));
    }

    @Test
    void explainsItsSettingsInEnglishAndSwahili() throws Exception {
        Set<String> keys = new TreeSet<>(metatype().labels());
        keys.add(metatype().name());
        for (Metatype.Attribute attribute : metatype().attributes()) {
            assertThat(attribute.description()).as("help for %s", attribute.id()).isNotBlank();
            keys.addAll(List.of(attribute.name(), attribute.description()));
        }
        assertThat(keys).allMatch(key -> key.startsWith("%"));
        for (String language : List.of("", "_sw")) {
            Properties texts = metatype().texts(language);
            assertThat(texts.stringPropertyNames().stream().map(key -> "%" + key)).as("texts" + language).containsExactlyInAnyOrderElementsOf(keys);
            // Metatype reads them as Latin-1
            assertThat(texts.values()).allMatch(text -> !((String) text).isBlank());
            assertThat(metatype().isAscii(language)).as("only ASCII and escapes in texts" + language).isTrue();
        }
    }

    @Test
    void isBrokenByNoCallback() {
        for (Callback callback : plugin().describe().callbacks()) {
            for (String body : List.of("", "{", "null", "[]", "\"x\"", "7", "{}", "{\"a\":1e999999999}", "[".repeat(100_000), "a=%zz&b", "\0\u00ff",
                "<x/>")) {
                RawCallback garbage = TenantContexts.post(callback.purpose(), Map.of(), body.getBytes(StandardCharsets.ISO_8859_1));
                assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertThat(interpret(plugin(), context("a"), garbage)).isNotNull());
            }
        }
    }

    private Metatype metatype() throws Exception {
        return Metatype.of(plugin().settingsType());
    }
}

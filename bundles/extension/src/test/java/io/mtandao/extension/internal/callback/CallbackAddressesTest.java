package io.mtandao.extension.internal.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.TenantId;
import io.mtandao.extension.internal.entity.PluginRow;
import io.mtandao.persistence.Directory;
import io.mtandao.persistence.SecretBox;
import io.mtandao.spi.Callback;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.osgi.util.converter.Converters;

class CallbackAddressesTest {
    private static final TenantId A = new TenantId("a");
    private static final List<Callback> CALLBACKS = List.of(Callback.notice("stk", 200, "text/plain", ""), Callback.notice("conf", 200, "text/plain", ""));
    private final Map<String, String> claimed = new HashMap<>();

    private final class Claims implements Directory {
        @Override
        public Optional<Entry> find(Kind kind, String key) {
            return Optional.empty();
        }

        @Override
        public void claim(Kind kind, String key, TenantId tenant, String ref) {
            claimed.put(key, kind + " " + tenant + " " + ref);
        }

        @Override
        public void release(Kind kind, String key) {
            throw new AssertionError("an address is for ever");
        }

        @Override
        public List<Entry> ofTenant(TenantId tenant, Kind kind) {
            return List.of();
        }
    }

    private static final class Turned implements SecretBox {
        @Override
        public String seal(TenantId tenant, String purpose, String clear) {
            return new StringBuilder(clear).reverse().toString();
        }

        @Override
        public String open(TenantId tenant, String purpose, String sealed) {
            return seal(tenant, purpose, sealed);
        }
    }

    private CallbackAddresses at(Map<String, String> config) {
        return new CallbackAddresses(Converters.standardConverter().convert(config).to(CallbackAddresses.Platform.class), new Claims(), new Turned());
    }

    @Test
    void anAddressIsMadeOnceFromThePublicUrl() {
        CallbackAddresses addresses = at(Map.of("publicUrl", "https://isp.example//"));
        PluginRow row = new PluginRow("till", "payment", 0);
        assertThat(addresses.urls(A, row.getCallbackToken(), CALLBACKS)).isEmpty();
        addresses.ensure(A, row);
        String sealed = row.getCallbackToken(), token = new StringBuilder(sealed).reverse().toString();
        addresses.ensure(A, row);
        assertThat(row.getCallbackToken()).isEqualTo(sealed);
        assertThat(addresses.urls(A, sealed, CALLBACKS)).isEqualTo(Map.of("stk", "https://isp.example/hooks/" + token + "/stk", "conf", "https://isp.example/hooks/" + token + "/conf"));
        assertThat(claimed).isEqualTo(Map.of(CallbackAddresses.hash(token), "CALLBACK a till"));
        assertThatThrownBy(() -> row.giveToken("another")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void withoutConfigurationItIsThisMachine() {
        assertThat(at(Map.of()).urls(A, "x", CALLBACKS)).containsEntry("stk", "http://127.0.0.1:8181/hooks/x/stk");
    }

    @Test
    void tokensNeverHoldAWordThatAVendorForbids() {
        CallbackAddresses addresses = at(Map.of());
        for (int i = 0; i < 200; i++) {
            PluginRow row = new PluginRow("till", "payment", 0);
            addresses.ensure(A, row);
            assertThat(row.getCallbackToken()).hasSize(48).doesNotContainPattern("(?i)mpesa|safaricom|exe|cmd|sql|query");
        }
        assertThat(claimed).hasSize(200);
    }
}

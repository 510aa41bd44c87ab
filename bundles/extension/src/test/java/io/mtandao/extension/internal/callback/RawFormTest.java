package io.mtandao.extension.internal.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Invalid;
import io.mtandao.api.extension.CallbackInbox.Arrival;
import io.mtandao.extension.internal.entity.CallbackRow;
import io.mtandao.spi.RawCallback;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RawFormTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private static RawCallback raw(Map<String, String> query, Map<String, String> headers, byte[] body) {
        return RawForm.of(new Arrival("token", "stk", "POST", query, headers, body, "196.201.214.200"), NOW);
    }

    @Test
    void whatIsStoredIsWhatCame() {
        byte[] body = {0, -1, 13, 10, '"'};
        CallbackRow row = RawForm.entity("till", "payment", false, raw(Map.of("bodySHA256", "ab\"c", "ü", "é"), Map.of("x-signature", "t=1,v1=\"x\""), body));
        assertThat(row.getBody()).isEqualTo(body);
        assertThat(row.getHeaders()).isEqualTo("{\"x-signature\":\"t=1,v1=\\\"x\\\"\"}");
        assertThat(row.getQuery()).contains("ab\\\"c");
        assertThat(row.getReceivedAt()).isEqualTo(NOW);
        assertThat(row.isQuestion()).isFalse();
    }

    @Test
    void whatProvesSomebodyElsesIdentityIsLeftOut() {
        assertThat(raw(null, Map.of("Authorization", "Bearer x", "cookie", "s=1", "Proxy-Authorization", "y", "X-Signature", "abc"), null).headers())
            .isEqualTo(Map.of("x-signature", "abc"));
    }

    @Test
    void nothingAtAllIsFineToo() {
        Map<String, String> noValue = new HashMap<>();
        noValue.put("x-empty", null);
        RawCallback raw = RawForm.of(new Arrival("token", "stk", "GET", null, noValue, null, null), NOW);
        assertThat(raw.body()).isEmpty();
        assertThat(raw.headers()).isEmpty();
        assertThat(raw.query()).isEmpty();
        assertThat(raw.address()).isEmpty();
    }

    @Test
    void whatIsLargerThanAnyVendorsIsRefusedOrCut() {
        assertThatThrownBy(() -> raw(null, null, new byte[RawForm.MOST_BODY + 1])).isInstanceOf(Invalid.class).hasMessageContaining("64 KB");
        assertThatThrownBy(() -> raw(Map.of("q", "x".repeat(8000)), null, null)).isInstanceOf(Invalid.class).hasMessageContaining("query");
        assertThat(raw(null, Map.of("x-long", "y".repeat(5000)), null).header("X-Long")).hasSize(2000);
        Map<String, String> many = new HashMap<>();
        for (int i = 0; i < 10; i++) many.put("x-" + i, "y".repeat(2000));
        assertThatThrownBy(() -> raw(null, many, null)).isInstanceOf(Invalid.class).hasMessageContaining("headers");
        RawCallback odd = RawForm.of(new Arrival("token", "stk", "PROPPATCH-LONG", null, null, null, "x".repeat(100)), NOW);
        CallbackRow row = RawForm.entity("till", "payment", false, odd);
        assertThat(row.getMethod()).hasSize(10);
        assertThat(row.getAddress()).hasSize(64);
    }

    @Test
    void detailsAreCutToTheirColumn() {
        CallbackRow row = RawForm.entity("till", "payment", false, raw(null, null, null));
        row.waitFor("w".repeat(5000));
        assertThat(row.getDetail()).hasSize(1000);
        row.waitFor(null);
        assertThat(row.getDetail()).isNull();
    }
}

package io.mtandao.rest.internal.edge;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeersTest {
    private static String address(String[] proxies, String peer, String... forwarded) {
        return new ConfiguredPeers(new Settings(proxies)).address(request(peer, List.of(forwarded)));
    }

    @Test
    void withoutProxiesThePeerCounts() {
        assertThat(address(new String[0], "203.0.113.9", "6.6.6.6")).isEqualTo("203.0.113.9");
        assertThat(address(new String[] {""}, "203.0.113.9", "6.6.6.6")).isEqualTo("203.0.113.9");
    }

    @Test
    void aTrustedProxyTellsTheCaller() {
        assertThat(address(new String[] {"127.0.0.1"}, "127.0.0.1", "203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(address(new String[] {"127.0.0.1"}, "127.0.0.1")).isEqualTo("127.0.0.1");
    }

    @Test
    void aChainIsReadFromTheRightAndStopsAtTheFirstStranger() {
        assertThat(address(new String[] {"127.0.0.1, 10.0.0.5"}, "127.0.0.1", "6.6.6.6, 203.0.113.9", "10.0.0.5")).isEqualTo("203.0.113.9");
        assertThat(address(new String[] {"127.0.0.1", "10.0.0.5"}, "127.0.0.1", "10.0.0.5, 203.0.113.9")).isEqualTo("203.0.113.9");
    }

    @Test
    void whatIsNoAddressIsNotBelieved() {
        assertThat(address(new String[] {"127.0.0.1"}, "127.0.0.1", "x".repeat(100))).isEqualTo("127.0.0.1");
        assertThat(address(new String[] {"127.0.0.1"}, "127.0.0.1", " ,")).isEqualTo("127.0.0.1");
    }

    private record Settings(String[] trusted_proxies) implements ConfiguredPeers.Config {
        @Override
        public Class<? extends Annotation> annotationType() {
            return ConfiguredPeers.Config.class;
        }
    }

    private static HttpServletRequest request(String peer, List<String> forwarded) {
        return (HttpServletRequest) Proxy.newProxyInstance(PeersTest.class.getClassLoader(), new Class<?>[] {HttpServletRequest.class}, (p, method, a) -> switch (method.getName()) {
            case "getRemoteAddr" -> peer;
            case "getHeaders" -> Collections.enumeration(forwarded);
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }
}

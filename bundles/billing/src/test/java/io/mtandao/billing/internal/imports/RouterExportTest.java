package io.mtandao.billing.internal.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.router.Routers.Profile;
import io.mtandao.api.router.Routers.Secret;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RouterExportTest {
    private static RouterExport read(String text) {
        return RouterExport.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theSampleIsReadWhole() throws Exception {
        try (InputStream in = RouterExportTest.class.getResourceAsStream("/ppp-secrets.rsc")) {
            RouterExport export = RouterExport.of(in.readAllBytes());
            assertThat(export.profiles()).hasSize(6).contains(new Profile("Home 10M", "10M/10M"), new Profile("Disconnect", "1k/1k"));
            assertThat(export.secrets()).hasSize(333);
            assertThat(export.secrets()).filteredOn(Secret::disabled).hasSize(126).allMatch(s -> s.profile().equals("Disconnect"));
            assertThat(export.secrets().get(0))
                .isEqualTo(new Secret("gracemuthoni0", "pw522089", "Home 5M", "pppoe", false, "Grace Muthoni"));
            assertThat(export.secrets()).extracting(Secret::comment).contains("Akinyi Ng'ang'a", "Juma O'Brien");
        }
    }

    @Test
    void longLinesGoOnAfterABackslashAlsoWithinQuotes() {
        RouterExport export = read("""
            /ppp secret
            add comment="Grace Muthoni, Rongai, behind the \\
                blue gate" name=grace \\
                password=pw1 profile="Home 10M" \\
                service=pppoe
            add name=kamau password=pw2
            """);
        assertThat(export.secrets()).containsExactly(
            new Secret("grace", "pw1", "Home 10M", "pppoe", false, "Grace Muthoni, Rongai, behind the blue gate"),
            new Secret("kamau", "pw2", "default", "any", false, null));
    }

    @Test
    void quotesAndEscapesAreUndone() {
        RouterExport export = read("""
            /ppp secret
            add comment="say \\"hi\\" \\\\ \\$5\\?\\_now\\nthere" name="john doe" password="a\\"b\\\\" service=pppoe
            add comment="Caf\\C3\\A9" name=utf password=x
            add comment="Caf\\E9" name=win password=x
            """);
        assertThat(export.secrets()).extracting(Secret::name).containsExactly("john doe", "utf", "win");
        assertThat(export.secrets().get(0).comment()).isEqualTo("say \"hi\" \\ $5? now\nthere");
        assertThat(export.secrets().get(0).password()).isEqualTo("a\"b\\");
        assertThat(export.secrets()).extracting(Secret::comment).endsWith("Café", "Café");
    }

    @Test
    void menusMayStandOnTheSameLineAndOthersArePassedOver() {
        RouterExport export = read("""
            # 2026-11-20 08:14:02 by RouterOS 7.20.1
            /interface bridge
            add name=bridge1
            /ppp/secret add name=a password=1 disabled=yes
            /ppp profile
            set *0 rate-limit=1M/1M
            add name=gold
            /ppp secret add name=b password=2 disabled=no
            /ip pool
            add name=pppoe-pool ranges=10.0.0.2-10.0.0.9
            """);
        assertThat(export.secrets()).extracting(Secret::name, Secret::disabled).containsExactly(
            org.assertj.core.groups.Tuple.tuple("a", true), org.assertj.core.groups.Tuple.tuple("b", false));
        assertThat(export.profiles()).containsExactly(new Profile("gold", null));
    }

    @Test
    void somethingElseIsNoExport() {
        assertThat(read("").secrets()).isEmpty();
        assertThat(read("Name,Phone\nGrace,07\n").secrets()).isEmpty();
        assertThat(read("/ppp secret\nadd name=\"never closed\\").secrets()).hasSize(1);
    }
}

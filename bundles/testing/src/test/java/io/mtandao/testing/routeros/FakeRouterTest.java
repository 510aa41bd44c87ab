package io.mtandao.testing.routeros;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakeRouterTest {
    private FakeRouter router = FakeRouter.start();

    @AfterEach
    void close() {
        router.close();
    }

    @Test
    void givesWhatAClientHasNotPutThereMeanwhile() {
        assertThat(router.addUnlessThere("/ppp/secret", Map.of("name", "house7", "password", "a"))).isTrue();
        assertThat(router.addUnlessThere("/ppp/secret", Map.of("name", "house7", "password", "b"))).isFalse();
        assertThat(router.rows("/ppp/secret")).singleElement().satisfies(row -> assertThat(row).containsEntry("password", "a"));
    }

    @Test
    void letsInWhoKnowsThePassword() throws Exception {
        try (RawClient client = RawClient.to(router)) {
            assertThat(client.ask("/login", "=name=mtandao", "=password=wrong").get(0))
                    .containsExactly("!trap", "=message=invalid user name or password (6)");
            assertThat(client.ask("/login", "=name=mtandao", "=password=router-password")).containsExactly(List.of("!done"));
            assertThat(client.ask("/system/identity/print").get(0)).contains("!re", "=name=MikroTik");
        }
    }

    @Test
    void endsTheSessionOfWhoDidNotLogIn() throws Exception {
        try (RawClient client = RawClient.to(router)) {
            client.send("/ppp/secret/print");
            assertThat(client.read()).containsExactly("!fatal", "not logged in");
            assertThat(client.read()).isNull();
        }
    }

    @Test
    void asksAChallengeBefore643() throws Exception {
        start(FakeRouter.builder().version("6.42.12"));
        try (RawClient client = RawClient.to(router)) {
            String challenge = client.ask("/login", "=name=mtandao", "=password=router-password").get(0).get(1).substring("=ret=".length());
            byte[] text = HexFormat.of().parseHex("00" + HexFormat.of().formatHex("router-password".getBytes()) + challenge);
            String response = "00" + HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text));
            assertThat(client.ask("/login", "=name=mtandao", "=response=" + response)).containsExactly(List.of("!done"));
        }
    }

    @Test
    void printsWhatIsAskedFor() throws Exception {
        router.add("/ppp/secret", Map.of("name", "grace", "password", "pw", "service", "pppoe"));
        router.add("/ppp/secret", Map.of("name", "brian", "password", "pw", "disabled", "yes"));
        try (RawClient client = RawClient.loggedInTo(router)) {
            assertThat(client.ask("/ppp/secret/print", "?name=brian", "=.proplist=.id,disabled,comment", ".tag=7"))
                    .containsExactly(List.of("!re", ".tag=7", "=.id=*2", "=disabled=true"), List.of("!done", ".tag=7"));
            assertThat(client.ask("/ppp/secret/print", "=count-only=")).containsExactly(List.of("!done", "=ret=2"));
        }
        assertThat(router.seen()).first().isEqualTo(new SeenCommand("mtandao", "/ppp/secret/print",
                Map.of(".proplist", ".id,disabled,comment"), List.of("name=brian")));
    }

    @Test
    void saysEmptySince718() throws Exception {
        try (RawClient client = RawClient.loggedInTo(router)) {
            assertThat(client.ask("/ppp/secret/print")).containsExactly(List.of("!empty"), List.of("!done"));
        }
        start(FakeRouter.builder().version("7.17.2"));
        try (RawClient client = RawClient.loggedInTo(router)) {
            assertThat(client.ask("/ppp/secret/print")).containsExactly(List.of("!done"));
        }
    }

    @Test
    void refusesInTheWordsOfRouterOs() throws Exception {
        try (RawClient client = RawClient.loggedInTo(router)) {
            assertThat(client.ask("/ppp/secret/add", "=name=grace")).containsExactly(List.of("!done", "=ret=*1"));
            assertThat(trap(client, "/ppp/secret/add", "=name=grace")).isEqualTo("failure: secret with the same name already exists");
            assertThat(trap(client, "/ppp/secret/add", "=name=x", "=profile=Nope")).isEqualTo("input does not match any value of profile");
            assertThat(trap(client, "/ppp/secret/add", "=name=x", "=service=tea")).isEqualTo("input does not match any value of service");
            assertThat(trap(client, "/ppp/secret/add", "=name=x", "=colour=red")).isEqualTo("unknown parameter colour");
            assertThat(trap(client, "/ppp/secret/set", "=.id=*1", "=disabled=perhaps")).isEqualTo("invalid value for argument disabled");
            assertThat(trap(client, "/ppp/profile/add", "=name=x", "=rate-limit=fast")).isEqualTo("invalid value for argument rate-limit");
            assertThat(trap(client, "/ppp/secret/remove", "=.id=*77")).isEqualTo("no such item");
            assertThat(trap(client, "/no/such/print")).isEqualTo("no such command prefix");
            assertThat(trap(client, "/ppp/secret/explode")).isEqualTo("no such command");
        }
    }

    @Test
    void keepsUsersToTheirPolicies() throws Exception {
        start(FakeRouter.builder().user("reader", "pw", "read"));
        router.add("/ppp/secret", Map.of("name", "grace", "password", "hidden"));
        try (RawClient client = RawClient.to(router)) {
            client.ask("/login", "=name=reader", "=password=pw");
            assertThat(client.ask("/ppp/secret/print").get(0)).contains("=name=grace").noneMatch(word -> word.startsWith("=password="));
            assertThat(trap(client, "/ppp/secret/add", "=name=x")).isEqualTo("not enough permissions (9)");
        }
    }

    @Test
    void letsASubscriberDialInWithAnEnabledSecretAndItsPasswordOnly() {
        router.add("/ppp/secret", Map.of("name", "grace", "password", "pw"));
        assertThat(router.dialIn("grace", "wrong")).isEmpty();
        assertThat(router.dialIn("brian", "pw")).isEmpty();
        assertThat(router.dialIn("grace", "pw")).isPresent();
        assertThat(router.row("/ppp/active", "grace").orElseThrow()).containsEntry("service", "pppoe");
        router.set("/ppp/secret", "grace", Map.of("disabled", "yes"));
        assertThat(router.dialIn("grace", "pw")).isEmpty();
    }

    @Test
    void keepsALiveSessionAsItWasOpened() {
        router.add("/ppp/profile", Map.of("name", "Home", "rate-limit", "5M/10M"));
        router.add("/ppp/secret", Map.of("name", "grace", "password", "pw", "profile", "Home"));
        PppSession session = router.dialIn("grace", "pw").orElseThrow();
        assertThat(session.rateLimit()).isEqualTo("5M/10M");

        router.set("/ppp/profile", "Home", Map.of("rate-limit", "1M/1M"));
        router.set("/ppp/secret", "grace", Map.of("disabled", "yes"));

        assertThat(router.isOnline("grace")).isTrue();
        assertThat(router.row("/queue/simple", "<pppoe-grace>").orElseThrow()).containsEntry("max-limit", "5M/10M");
        router.remove("/ppp/active", session.id());
        assertThat(router.isOnline("grace")).isFalse();
        assertThat(router.rows("/queue/simple")).isEmpty();
    }

    @Test
    void seesEquipmentDialInAgainByItself() {
        router.plugIn("grace", "pw");
        assertThat(router.isOnline("grace")).isFalse();
        router.add("/ppp/secret", Map.of("name", "grace", "password", "pw"));
        String first = router.row("/ppp/active", "grace").orElseThrow().get(".id");
        router.remove("/ppp/active", first);
        assertThat(router.row("/ppp/active", "grace").orElseThrow().get(".id")).isNotEqualTo(first);
        router.unplug("grace");
        router.remove("/ppp/active", "grace");
        assertThat(router.isOnline("grace")).isFalse();
    }

    @Test
    void loadsAnExport() {
        int items = router.load("""
                # 2026-11-20 08:14:02 by RouterOS 7.20.1
                /ppp profile
                add local-address=10.10.0.1 name="Home 5M" rate-limit=5M/5M remote-address=\\
                    pppoe-pool
                /ip route
                add name=unknown-here
                /ip firewall filter
                add chain=input protocol=icmp
                /ppp secret
                add comment="Akinyi \\"Aki\\" Ng'ang'a" disabled=yes name=aki password=pw1 profile="Home 5M" service=pppoe
                /system identity
                set name=Westlands
                """);
        assertThat(items).isEqualTo(2);
        assertThat(router.row("/ppp/profile", "Home 5M").orElseThrow()).containsEntry("remote-address", "pppoe-pool");
        assertThat(router.row("/ppp/secret", "aki").orElseThrow()).containsEntry("comment", "Akinyi \"Aki\" Ng'ang'a")
                .containsEntry("disabled", "true").containsEntry("profile", "Home 5M");
        assertThat(router.rows("/system/identity").get(0)).containsEntry("name", "Westlands");
    }

    @Test
    void showsItsCertificateOnTheTlsPort() throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Anybody()}, null);
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", router.tlsPort());
        byte[] certificate = socket.getSession().getPeerCertificates()[0].getEncoded();
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate))).isEqualTo(router.fingerprint());
        try (RawClient client = new RawClient(socket)) {
            assertThat(client.ask("/login", "=name=mtandao", "=password=router-password")).containsExactly(List.of("!done"));
        }
    }

    @Test
    void cancelsACommandThatIsHeld() throws Exception {
        router.faults().hold("/system/resource");
        try (RawClient client = RawClient.loggedInTo(router)) {
            client.send("/system/resource/print", ".tag=1");
            assertThat(client.ask("/system/identity/print", ".tag=2")).last().isEqualTo(List.of("!done", ".tag=2"));
            client.send("/cancel", "=tag=1", ".tag=3");
            assertThat(List.of(client.read(), client.read(), client.read())).containsExactlyInAnyOrder(List.of("!done", ".tag=3"),
                    List.of("!trap", ".tag=1", "=category=2", "=message=interrupted"), List.of("!done", ".tag=1"));
        }
    }

    @Test
    void misbehavesOnDemand() throws Exception {
        router.faults().once(Fault.GARBAGE_LENGTH, "/system/identity");
        try (RawClient client = RawClient.loggedInTo(router)) {
            client.send("/system/identity/print");
            assertThat(client.readByte()).isEqualTo(0xFF);
        }
        router.faults().atCommand(2, Fault.LOST_ANSWER);
        try (RawClient client = RawClient.loggedInTo(router)) {
            client.ask("/ppp/secret/add", "=name=one");
            client.send("/ppp/secret/add", "=name=two");
            assertThat(client.read()).isNull();
        }
        assertThat(router.rows("/ppp/secret")).hasSize(2);
    }

    @Test
    void freesItsPortsAndThreads() {
        int port = router.port();
        router.close();
        assertThatThrownBy(() -> new java.net.Socket("127.0.0.1", port)).isInstanceOf(java.io.IOException.class);
        try (FakeRouter again = FakeRouter.builder().ports(port, 0).start()) {
            assertThat(again.port()).isEqualTo(port);
        }
    }

    private void start(FakeRouter.Builder builder) {
        router.close();
        router = builder.start();
    }

    private static String trap(RawClient client, String... words) throws Exception {
        List<String> trap = client.ask(words).get(0);
        assertThat(trap.get(0)).isEqualTo("!trap");
        return trap.get(trap.size() - 1).substring("=message=".length());
    }

    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            // nobody shows one
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            // the test compares the fingerprint itself
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}

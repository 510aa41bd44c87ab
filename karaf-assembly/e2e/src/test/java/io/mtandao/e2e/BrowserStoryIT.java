package io.mtandao.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mtandao.testing.db.TestDatabase;
import io.mtandao.testing.routeros.FakeRouter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The main job in a real browser: register, switch on plugins, import subscribers, ask one to pay, see him online. Makes the README's pictures. */
class BrowserStoryIT {
    private static final String EMAIL = "olive@kasi.example";
    private static final String PASSWORD = "correct-horse-42";

    @Test
    void anIspRegistersImportsItsSubscribersIsPaidAndTheSubscriberIsOnline() throws Exception {
        World world = World.on(TestDatabase.Kind.DERBY);
        try (FakeRouter router = World.fakeRouter(); Browser b = new Browser(world.platform.url("/ui/"))) {
            register(b);
            Api isp = world.nobody.as(world.nobody.signIn("kasi-internet", EMAIL, PASSWORD));
            plugins(b);
            isp.put("/api/v1/plugins/mikrotik", "{\"enabled\":true,\"settings\":{\"allowPlain\":true}}", null).expect(200);
            isp.put("/api/v1/plugins/africastalking", "{\"enabled\":true,\"settings\":{\"environment\":\"sandbox\",\"username\":\"sandbox\",\"apiKey\":\"atsk\"}}", null).expect(200);
            addRouter(b, router);
            importSubscribers(b, isp);
            long subscriber = isp.get("/api/v1/subscribers?q=MT-7001").expect(200).get("items").get(0).get("id").asLong();
            router.plugIn("zawadi", "pw-zawadi");

            b.open("subscriber/" + subscriber);
            b.sees("Zawadi Njeri");
            b.click("#pay-now");
            b.type("pay-amount", "2500");
            b.click("#pay-submit");
            b.until("online", d -> b.has(".pay-progress[data-state='online']") ? true : null);
            b.shot("pay");
            Api.eventually("his equipment is on", () -> router.isOnline("zawadi"), on -> on);
            JsonNode subscriptions = isp.get("/api/v1/subscriptions?subscriberId=" + subscriber).expect(200).get("items");
            assertThat(subscriptions.get(0).get("state").asText()).isEqualTo("active");

            b.open("");
            b.sees("2,500");
            b.shot("dashboard");
            b.open("payments");
            b.sees("Zawadi Njeri");
            b.shot("payments");
            b.phone();
            b.open("subscribers");
            b.sees("Zawadi");
            b.shot("phone");
        }
    }

    private static void register(Browser b) {
        b.open("register");
        b.type("reg-isp-name", "Kasi Internet");
        b.until("the short name is suggested", d -> "kasi-internet".equals(b.get("#reg-slug input").getDomProperty("value")) ? true : null);
        b.type("reg-owner-name", "Olive Owner");
        b.type("reg-email", EMAIL);
        b.type("reg-phone", "0712 345 678");
        b.type("reg-password", PASSWORD);
        b.shot("register");
        b.click("#reg-submit");
        b.sees("Dashboard");
    }

    private static void plugins(Browser b) {
        b.open("plugins");
        b.click("#plugin-mpesa-configure");
        b.type("set-consumerKey", "key");
        b.type("set-consumerSecret", "secret");
        b.type("set-shortCode", "600100");
        b.type("set-passkey", "passkey");
        if (!Boolean.parseBoolean(String.valueOf(b.get("#plugin-enabled").getDomProperty("checked")))) b.click("#plugin-enabled label, #plugin-enabled");
        b.click("#plugin-test");
        b.until("the test went well", d -> b.has("#plugin-test-result .note-good") ? true : null);
        b.shot("plugin-mpesa");
        b.click("#plugin-save");
        b.until("the dialog is closed", d -> b.has("#plugin-save") ? null : true);
        b.shot("plugins");
    }

    private static void addRouter(Browser b, FakeRouter router) {
        b.open("routers");
        b.click("[id^='routers-'][id$='new']");
        b.type("router-name", "core");
        b.type("router-host", "127.0.0.1");
        b.toggle("router-tls");
        b.type("router-port", Integer.toString(router.port()));
        b.type("router-user", "mtandao");
        b.type("router-password", "router-pw");
        b.click("#router-save");
        b.sees("core");
        b.shot("routers");
    }

    private static void importSubscribers(Browser b, Api isp) throws Exception {
        Path sheet = Files.writeString(Files.createTempFile("subscribers", ".csv"), """
            Name,Phone,E-mail,Account,Location,Package,Price (KES),PPPoE user,PPPoE password,Expiry,Wallet balance,Notes
            Zawadi Njeri,0722 000 111,,MT-7001,Rongai,Home 15M,2500,zawadi,pw-zawadi,%s,0,
            Otieno Ali,254710245843,,MT-7002,"Pipeline; Tower 4",Biz 30M,6500,otieno,pw-otieno,%s 23:59,"1,250.00",
            Juma Kibet,07,,MT-7003,Thika,Home 15M,2500,juma,pw-juma,31/02/2026,0,
            """.formatted(LocalDate.now().minusDays(3), LocalDate.now().plusDays(20)));
        b.open("import");
        b.upload("import-upload", sheet);
        b.choose("import-router", "core");
        b.click("#import-next");
        b.sees("PPPoE user");
        b.click("#import-next");
        b.until("two good lines and a bad one", d -> b.has("#import-fresh") && b.get("#import-fresh").getText().equals("2") && b.get("#import-bad").getText().equals("1") ? true : null);
        b.shot("import");
        b.click("#import-run");
        b.until("imported", d -> b.has("#import-result") ? true : null);
        assertThat(isp.get("/api/v1/subscribers").expect(200).get("items")).hasSize(2);
    }
}

package io.mtandao.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.mtandao.testing.africastalking.AfricasTalkingSimulator;
import io.mtandao.testing.daraja.DarajaSimulator;
import io.mtandao.testing.daraja.SubscriberBehaviour;
import io.mtandao.testing.db.TestDatabase;
import io.mtandao.testing.routeros.FakeRouter;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** A running platform with its vendors: one per kind of database, started when first wanted and kept for all tests of the run. */
final class World {
    private static final Map<TestDatabase.Kind, World> STARTED = new EnumMap<>(TestDatabase.Kind.class);

    final DarajaSimulator daraja = new DarajaSimulator();
    final AfricasTalkingSimulator sms = new AfricasTalkingSimulator();
    final Platform platform;
    final Api nobody;

    private World(TestDatabase.Kind kind) throws Exception {
        daraja.app("key", "secret");
        daraja.merchant("600100", "passkey");
        daraja.subscribers(SubscriberBehaviour.PAYS);
        daraja.subscribersThink(Duration.ofMillis(200));
        sms.account("sandbox", "atsk");
        platform = Platform.unpack(kind.name().toLowerCase(java.util.Locale.ROOT), kind, vendors(daraja, sms)).start();
        nobody = new Api(platform, null);
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    }

    static synchronized World on(TestDatabase.Kind kind) {
        return STARTED.computeIfAbsent(kind, k -> {
            try {
                return new World(k);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    static Map<String, String> vendors(DarajaSimulator daraja, AfricasTalkingSimulator sms) {
        return Map.of("io.mtandao.plugin.mpesa", "sandboxUrl = " + daraja.url() + "\nproductionUrl = " + daraja.url() + "\n",
            "io.mtandao.plugin.africastalking", "sandboxUrl = " + sms.url() + "\nproductionUrl = " + sms.url() + "\n");
    }

    private void stop() {
        try {
            platform.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        daraja.close();
        sms.close();
    }

    /** M-Pesa, cash, Africa's Talking and MikroTik, switched on as an ISP does it. */
    static void enablePlugins(Api isp) {
        isp.put("/api/v1/plugins/mpesa", "{\"enabled\":true,\"settings\":{\"environment\":\"sandbox\",\"consumerKey\":\"key\",\"consumerSecret\":\"secret\",\"shortCode\":\"600100\",\"passkey\":\"passkey\",\"registerUrls\":true}}", null).expect(200);
        // registers the C2B addresses with the vendor
        isp.post("/api/v1/plugins/mpesa/test", null).expect(200);
        isp.put("/api/v1/plugins/cash", "{\"enabled\":true,\"settings\":{}}", null).expect(200);
        isp.put("/api/v1/plugins/africastalking", "{\"enabled\":true,\"settings\":{\"environment\":\"sandbox\",\"username\":\"sandbox\",\"apiKey\":\"atsk\"}}", null).expect(200);
        isp.put("/api/v1/plugins/mikrotik", "{\"enabled\":true,\"settings\":{\"allowPlain\":true}}", null).expect(200);
    }

    static long router(Api isp, String name, FakeRouter router) {
        return isp.post("/api/v1/routers", "{\"name\":\"%s\",\"driver\":\"mikrotik\",\"host\":\"127.0.0.1\",\"port\":%d,\"user\":\"mtandao\",\"password\":\"router-pw\",\"tls\":false}"
            .formatted(name, router.port())).expect(201).get("id").asLong();
    }

    static FakeRouter fakeRouter() {
        return FakeRouter.builder().user("mtandao", "router-pw", "api", "read", "write", "test", "sensitive").start();
    }

    static long aPackage(Api isp, String name, long price) {
        return isp.post("/api/v1/packages", "{\"name\":\"%s\",\"price\":{\"minor\":%d,\"currency\":\"KES\"},\"period\":{\"count\":1,\"unit\":\"month\"},\"downKbps\":10000,\"upKbps\":5000}"
            .formatted(name, price)).expect(201).get("id").asLong();
    }

    static JsonNode subscriber(Api isp, String name, String phone, String account) {
        return isp.post("/api/v1/subscribers", "{\"name\":\"%s\",\"phone\":\"%s\",\"accountNumber\":\"%s\"}".formatted(name, phone, account)).expect(201);
    }

    static long subscription(Api isp, long subscriber, long pack, Long router, String user) {
        return isp.post("/api/v1/subscriptions", "{\"subscriberId\":%d,\"packageId\":%d,\"routerId\":%s,\"pppoeUser\":\"%s\",\"pppoePassword\":\"pw-%s\"}"
            .formatted(subscriber, pack, router, user, user)).expect(201).get("id").asLong();
    }
}

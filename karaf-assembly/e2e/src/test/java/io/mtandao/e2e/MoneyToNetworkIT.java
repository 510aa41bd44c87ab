package io.mtandao.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mtandao.testing.db.TestDatabase;
import io.mtandao.testing.routeros.FakeRouter;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two ISPs on one platform: each is paid through its own M-Pesa, its router lets the subscriber on, and a text says so. */
class MoneyToNetworkIT {
    private static final AtomicInteger ISPS = new AtomicInteger();

    @ParameterizedTest
    @EnumSource
    void whoPaidIsOnlineWithinSecondsAndIsTold(TestDatabase.Kind kind) {
        World world = World.on(kind);
        try (FakeRouter savannaRouter = World.fakeRouter(); FakeRouter pwaniRouter = World.fakeRouter()) {
            Api savanna = world.nobody.register("savanna" + ISPS.incrementAndGet()), pwani = world.nobody.register("pwani" + ISPS.incrementAndGet());
            payAndWatch(world, savanna, savannaRouter, "grace");
            // the same account number, phone, package, user and router names in the second ISP
            payAndWatch(world, pwani, pwaniRouter, "grace");
            assertThat(savanna.get("/api/v1/payments").expect(200).get("items")).as("its own prompt and its own C2B payment").hasSize(2);
            assertThat(pwani.get("/api/v1/payments").expect(200).get("items")).hasSize(2);
        }
    }

    private static void payAndWatch(World world, Api isp, FakeRouter router, String user) {
        World.enablePlugins(isp);
        assertThat(isp.post("/api/v1/plugins/mpesa/test", null).expect(200).get("ok").asBoolean()).isTrue();
        long routerId = World.router(isp, "core", router);
        assertThat(isp.post("/api/v1/routers/" + routerId + "/test", null).expect(200).get("ok").asBoolean()).isTrue();
        long subscriber = World.subscriber(isp, "Grace Muthoni", "0712 345 678", "MT-1000").get("id").asLong();
        long subscription = World.subscription(isp, subscriber, World.aPackage(isp, "Home 10M", 200_000), routerId, user);
        router.plugIn(user, "pw-" + user);
        Api.eventually("the secret is there, switched off", () -> router.row("/ppp/secret", user).orElse(null), row -> row != null && "true".equals(row.get("disabled")));
        int told = world.sms.messages().size();

        JsonNode request = isp.post("/api/v1/payments/requests", "{\"subscriberId\":%d,\"amount\":{\"minor\":200000,\"currency\":\"KES\"}}".formatted(subscriber)).expect(201);
        JsonNode paid = Api.eventually("paid", () -> isp.get("/api/v1/payments/requests/" + request.get("id").asLong()).expect(200), r -> "paid".equals(r.get("state").asText()));

        Api.eventually("online", () -> router.isOnline(user), on -> on);
        JsonNode after = isp.get("/api/v1/subscriptions/" + subscription).expect(200);
        assertThat(after.get("state").asText()).isEqualTo("active");
        assertThat(isp.get("/api/v1/payments/" + paid.get("paymentId").asLong()).expect(200).get("amount").get("minor").asLong()).isEqualTo(200_000);
        assertThat(isp.get("/api/v1/bills").expect(200).get("items")).hasSize(1).allMatch(b -> "paid".equals(b.get("state").asText()));
        Api.eventually("told", () -> world.sms.messages().size(), n -> n == told + 1);
        assertThat(world.sms.messages().get(told).text()).contains("Grace Muthoni", "KES 2,000.00", "MT-1000");
        Api.eventually("the log says so", () -> isp.get("/api/v1/messages").expect(200).get("items").get(0).get("state").asText(), s -> !"queued".equals(s));

        // C2B: money that comes unasked, by account number in another spelling; a duplicate confirmation books nothing
        world.daraja.pay("600100", "mt 1000", "2000");
        Api.eventually("renewed early", () -> isp.get("/api/v1/subscriptions/" + subscription).expect(200).get("expiresAt").asText(), e -> !e.equals(after.get("expiresAt").asText()));
    }
}

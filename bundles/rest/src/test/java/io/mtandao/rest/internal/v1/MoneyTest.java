package io.mtandao.rest.internal.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.rest.internal.RestTest;
import io.mtandao.rest.internal.Sample;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Payments, requests to pay, figures. */
class MoneyTest extends RestTest {
    @Test
    void moneyAtTheDeskIsBooked() {
        var reply = ok(api.post("/api/v1/payments", """
            {"method":"cash","subscriberId":42,"amount":{"minor":150000,"currency":"KES"},"reference":"book 3, page 17"}"""), 201);
        assertThat(api.payments.only("receiveAtDesk").arguments()).isEqualTo(Arrays.asList(Sample.OWNER, "cash", 42L, Money.of(150_000, "KES"), "book 3, page 17", null));
        assertThat(reply.header("Location")).isEqualTo("/api/v1/payments/7");
    }

    @Test
    void unmatchedMoneyIsListedAndAssigned() {
        ok(api.get("/api/v1/payments/unmatched?limit=10&cursor=c"), 200);
        assertThat(api.payments.only("list").<ListQuery>argument(1)).isEqualTo(new ListQuery(null, Map.of("state", "UNMATCHED"), null, 10, "c"));
        ok(api.post("/api/v1/payments/unmatched/5/assign", "{\"subscriberId\":42}"), 200);
        assertThat(api.payments.only("assign").arguments()).containsExactly(Sample.OWNER, 5L, 42L);
    }

    @Test
    void aSubscriberIsAskedToPay() {
        var reply = ok(api.post("/api/v1/payments/requests", "{\"subscriberId\":42}"), 201);
        assertThat(api.payments.only("request").arguments()).isEqualTo(Arrays.asList(Sample.OWNER, 42L, null, null, null));
        assertThat(reply.header("Location")).isEqualTo("/api/v1/payments/requests/7");
        assertThat(ok(api.get("/api/v1/payments/requests/7"), 200).json().path("state").asText()).isEqualTo("new");
        ok(api.get("/api/v1/payments/requests?subscriberId=42"), 200);
        assertThat(api.payments.only("requests").<ListQuery>argument(1).filters()).isEqualTo(Map.of("subscriberId", "42"));
    }

    @Test
    void theDashboardPutsCountsAndTakingsTogether() {
        var figures = ok(api.get("/api/v1/dashboard"), 200).json();
        assertThat(figures.at("/counts/expiringIn3Days").asLong()).isEqualTo(7);
        assertThat(figures.at("/takings/month")).isEqualTo(json("{'minor':150000,'currency':'KES'}"));
    }
}

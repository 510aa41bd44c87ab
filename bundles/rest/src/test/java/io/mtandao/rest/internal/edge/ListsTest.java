package io.mtandao.rest.internal.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.ListQuery;
import io.mtandao.rest.internal.RestTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListsTest extends RestTest {
    private ListQuery asked(String query) {
        ok(api.get("/api/v1/subscriptions" + query), 200);
        return api.subscriptions.only("list").argument(1);
    }

    @Test
    void aListWithoutWishesIsTheFirstFifty() {
        assertThat(asked("")).isEqualTo(new ListQuery(null, Map.of(), null, 50, null));
    }

    @Test
    void everyWishReachesTheService() {
        assertThat(asked("?limit=200&cursor=abc&q=grace%20m&sort=-expiresAt&state=expired&subscriberId=7&expiresBefore=2026-12-01T00:00:00Z"))
            .isEqualTo(new ListQuery("grace m", Map.of("state", "EXPIRED", "subscriberId", "7", "expiresBefore", "2026-12-01T00:00:00Z"), "-expiresAt", 200, "abc"));
    }

    @Test
    void aListAnswersItemsAndNext() {
        var list = ok(api.get("/api/v1/subscriptions"), 200).json();
        assertThat(list.fieldNames()).toIterable().containsExactly("items", "next");
        assertThat(list.path("items")).hasSize(1);
        assertThat(list.path("next").asText()).isEqualTo("next-page");
    }

    @Test
    void theLastPageHasNextNull() {
        api.subscriptions.answers("list", a -> new io.mtandao.api.Page<>(java.util.List.of(), null));
        assertThat(api.get("/api/v1/subscriptions").body()).isEqualTo("{\"items\":[],\"next\":null}");
    }

    @ParameterizedTest
    @CsvSource({"limit=0, limit", "limit=501, limit", "limit=ten, limit", "sort=price, sort", "sort=, sort", "state=EXPIRED, state", "subscriberId=me, subscriberId", "expiresBefore=soon, expiresBefore",
        "tenant=isp-b, tenant", "q=%00, q", "_method=DELETE, _method", "state=active&state=expired, state", "subscriberId=, subscriberId"})
    void aParameterThatIsUnknownDoubledOrWrongIsRefused(String query, String field) {
        invalid(api.get("/api/v1/subscriptions?" + query), field);
        assertThat(api.subscriptions.count("list")).isZero();
    }

    @Test
    void whatIsNoListTakesNoParameters() {
        invalid(api.get("/api/v1/subscriptions/7?limit=3"), "limit");
        invalid(api.send("DELETE", "/api/v1/subscriptions/7?force=true", null), "force");
    }

    @Test
    void rolesAreFilteredByTheirCode() {
        ok(api.get("/api/v1/staff?role=read-only&active=false"), 200);
        assertThat(api.staff.only("list").<ListQuery>argument(1).filters()).isEqualTo(Map.of("role", "read-only", "active", "false"));
    }
}

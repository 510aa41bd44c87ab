package io.mtandao.voucher.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Caller;
import io.mtandao.api.Forbidden;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Permission;
import io.mtandao.api.voucher.Vouchers;
import io.mtandao.testing.db.TestDatabase.Kind;
import io.mtandao.voucher.internal.kit.Isp;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Every method refuses who lacks the right that it needs, before it looks at anything. */
class PermissionTest {
    private final Isp isp = Isp.on(Kind.DERBY);

    @Test
    void everyMethodNeedsItsRight() {
        Map<String, Map.Entry<EnumSet<Permission>, BiConsumer<Vouchers, Caller>>> table = new HashMap<>();
        EnumSet<Permission> read = EnumSet.of(Permission.VOUCHERS_READ), write = EnumSet.of(Permission.VOUCHERS_WRITE);
        table.put("batches", Map.entry(read, (v, c) -> v.batches(c, ListQuery.first(1))));
        table.put("batch", Map.entry(read, (v, c) -> v.batch(c, 1)));
        table.put("list", Map.entry(read, (v, c) -> v.list(c, ListQuery.first(1))));
        table.put("get", Map.entry(read, (v, c) -> v.get(c, 1)));
        table.put("reusable", Map.entry(read, (v, c) -> v.reusable(c, "0722111222")));
        table.put("printSheet", Map.entry(read, (v, c) -> v.printSheet(c, 1)));
        table.put("report", Map.entry(read, (v, c) -> v.report(c, null, null)));
        table.put("create", Map.entry(write, (v, c) -> v.create(c, null)));
        table.put("withdraw", Map.entry(write, (v, c) -> v.withdraw(c, 1, "x")));
        table.put("withdrawOne", Map.entry(write, (v, c) -> v.withdrawOne(c, 1, "x")));
        table.put("redeem", Map.entry(EnumSet.of(Permission.VOUCHERS_WRITE, Permission.SUBSCRIPTIONS_WRITE), (v, c) -> v.redeem(c, "x", 1L, null, null)));
        assertThat(table.keySet()).containsExactlyInAnyOrderElementsOf(Arrays.stream(Vouchers.class.getMethods()).map(m -> m.getName()).toList());
        table.forEach((name, needs) -> {
            assertThatThrownBy(() -> needs.getValue().accept(isp.vouchers, isp.key(EnumSet.complementOf(needs.getKey()).toArray(Permission[]::new)))).as(name)
                .isInstanceOf(Forbidden.class).hasMessageContaining("vouchers:");
            for (Permission one : needs.getKey())
                assertThatThrownBy(() -> {
                    needs.getValue().accept(isp.vouchers, isp.key(one));
                    throw new IllegalStateException("allowed");
                }).as(name + " with " + one).isNotInstanceOf(Forbidden.class);
        });
    }
}

package io.mtandao.billing.internal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Caller;
import io.mtandao.api.Forbidden;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.Ledger;
import io.mtandao.billing.internal.kit.Isp;
import io.mtandao.testing.db.TestDatabase.Kind;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Every method refuses who lacks the one right that it needs, before it looks at anything. */
class PermissionTest {
    private final Isp isp = Isp.on(Kind.DERBY);
    private final ListQuery all = ListQuery.first(1);
    private final Ledger.Source source = new Ledger.Source("payment", "1", "cash");

    @Test
    void everyMethodNeedsItsRight() {
        Map<Permission, List<ThrowingCallable>> table = new EnumMap<>(Permission.class);
        table.put(Permission.SUBSCRIBERS_READ, List.of(() -> isp.subscribers.list(without(Permission.SUBSCRIBERS_READ), all),
            () -> isp.subscribers.count(without(Permission.SUBSCRIBERS_READ), all),
            () -> isp.subscribers.get(without(Permission.SUBSCRIBERS_READ), 1),
            () -> isp.subscribers.byAccount(without(Permission.SUBSCRIBERS_READ), "x"),
            () -> isp.subscribers.tags(without(Permission.SUBSCRIBERS_READ)),
            () -> isp.subscribers.exportCsv(without(Permission.SUBSCRIBERS_READ), all, new StringWriter())));
        table.put(Permission.SUBSCRIBERS_WRITE, List.of(() -> isp.subscribers.create(without(Permission.SUBSCRIBERS_WRITE), null),
            () -> isp.subscribers.update(without(Permission.SUBSCRIBERS_WRITE), 1, 1, null),
            () -> isp.subscribers.delete(without(Permission.SUBSCRIBERS_WRITE), 1),
            () -> isp.imports.look(without(Permission.SUBSCRIBERS_WRITE), new byte[0]),
            () -> isp.imports.preview(without(Permission.SUBSCRIBERS_WRITE), null),
            () -> isp.imports.run(without(Permission.SUBSCRIBERS_WRITE), null, null)));
        table.put(Permission.SETTINGS_WRITE, List.of(() -> isp.customFields.create(without(Permission.SETTINGS_WRITE), null),
            () -> isp.customFields.update(without(Permission.SETTINGS_WRITE), 1, 1, null), () -> isp.customFields.delete(without(Permission.SETTINGS_WRITE), 1)));
        table.put(Permission.PACKAGES_READ, List.of(() -> isp.taxes.list(without(Permission.PACKAGES_READ), all),
            () -> isp.taxes.get(without(Permission.PACKAGES_READ), 1),
            () -> isp.coupons.list(without(Permission.PACKAGES_READ), all),
            () -> isp.coupons.get(without(Permission.PACKAGES_READ), 1),
            () -> isp.addOns.list(without(Permission.PACKAGES_READ), all),
            () -> isp.addOns.get(without(Permission.PACKAGES_READ), 1),
            () -> isp.packages.list(without(Permission.PACKAGES_READ), all),
            () -> isp.packages.get(without(Permission.PACKAGES_READ), 1)));
        table.put(Permission.PACKAGES_WRITE, List.of(() -> isp.taxes.create(without(Permission.PACKAGES_WRITE), null),
            () -> isp.taxes.update(without(Permission.PACKAGES_WRITE), 1, 1, null),
            () -> isp.taxes.delete(without(Permission.PACKAGES_WRITE), 1),
            () -> isp.coupons.create(without(Permission.PACKAGES_WRITE), null),
            () -> isp.coupons.update(without(Permission.PACKAGES_WRITE), 1, 1, null),
            () -> isp.coupons.delete(without(Permission.PACKAGES_WRITE), 1),
            () -> isp.addOns.create(without(Permission.PACKAGES_WRITE), null),
            () -> isp.addOns.update(without(Permission.PACKAGES_WRITE), 1, 1, null),
            () -> isp.addOns.delete(without(Permission.PACKAGES_WRITE), 1),
            () -> isp.packages.create(without(Permission.PACKAGES_WRITE), null),
            () -> isp.packages.update(without(Permission.PACKAGES_WRITE), 1, 1, null),
            () -> isp.packages.delete(without(Permission.PACKAGES_WRITE), 1)));
        table.put(Permission.SUBSCRIPTIONS_READ, List.of(() -> isp.extras.of(without(Permission.SUBSCRIPTIONS_READ), 1),
            () -> isp.usage.of(without(Permission.SUBSCRIPTIONS_READ), 1),
            () -> isp.subscriptions.list(without(Permission.SUBSCRIPTIONS_READ), all),
            () -> isp.subscriptions.count(without(Permission.SUBSCRIPTIONS_READ), all),
            () -> isp.subscriptions.standingOn(without(Permission.SUBSCRIPTIONS_READ), 1),
            () -> isp.subscriptions.deposit(without(Permission.SUBSCRIPTIONS_READ), 1),
            () -> isp.subscriptions.get(without(Permission.SUBSCRIPTIONS_READ), 1)));
        table.put(Permission.SUBSCRIPTIONS_WRITE, List.of(() -> isp.extras.add(without(Permission.SUBSCRIPTIONS_WRITE), 1, null),
            () -> isp.extras.removeItem(without(Permission.SUBSCRIPTIONS_WRITE), 1),
            () -> isp.extras.discount(without(Permission.SUBSCRIPTIONS_WRITE), 1, null, null, null),
            () -> isp.extras.redeem(without(Permission.SUBSCRIPTIONS_WRITE), 1, null),
            () -> isp.extras.endDiscount(without(Permission.SUBSCRIPTIONS_WRITE), 1),
            () -> isp.extras.overridePrice(without(Permission.SUBSCRIPTIONS_WRITE), 1, null, null),
            () -> isp.usage.topUp(without(Permission.SUBSCRIPTIONS_WRITE), 1, 1),
            () -> isp.subscriptions.create(without(Permission.SUBSCRIPTIONS_WRITE), null),
            () -> isp.subscriptions.update(without(Permission.SUBSCRIPTIONS_WRITE), 1, 1, null),
            () -> isp.subscriptions.cancel(without(Permission.SUBSCRIPTIONS_WRITE), 1),
            () -> isp.subscriptions.renew(without(Permission.SUBSCRIPTIONS_WRITE), 1),
            () -> isp.subscriptions.suspend(without(Permission.SUBSCRIPTIONS_WRITE), 1, ""),
            () -> isp.subscriptions.resume(without(Permission.SUBSCRIPTIONS_WRITE), 1),
            () -> isp.imports.preview(without(Permission.SUBSCRIPTIONS_WRITE), null)));
        table.put(Permission.ROUTERS_WRITE, List.of(() -> isp.usage.add(without(Permission.ROUTERS_WRITE), 1, 1, null)));
        table.put(Permission.BILLS_READ, List.of(() -> isp.shadow.compare(without(Permission.BILLS_READ), null, all),
            () -> isp.shadow.sum(without(Permission.BILLS_READ), null),
            () -> isp.bills.list(without(Permission.BILLS_READ), all),
            () -> isp.bills.count(without(Permission.BILLS_READ), all), () -> isp.bills.get(without(Permission.BILLS_READ), 1)));
        table.put(Permission.BILLS_WRITE, List.of(() -> isp.bills.billNext(without(Permission.BILLS_WRITE), 1),
            () -> isp.bills.billDue(without(Permission.BILLS_WRITE)), () -> isp.bills.voidBill(without(Permission.BILLS_WRITE), 1, "x")));
        table.put(Permission.PAYMENTS_READ, List.of(() -> isp.ledger.wallet(without(Permission.PAYMENTS_READ), 1, all),
            () -> isp.ledger.balance(without(Permission.PAYMENTS_READ), 1), () -> isp.ledger.prove(without(Permission.PAYMENTS_READ)),
            () -> isp.ledger.lastProof(without(Permission.PAYMENTS_READ)), () -> isp.ledger.trialBalance(without(Permission.PAYMENTS_READ), null),
            () -> isp.ledger.statement(without(Permission.PAYMENTS_READ), 1, null, null)));
        table.put(Permission.PAYMENTS_WRITE,
            List.of(() -> isp.ledger.receive(without(Permission.PAYMENTS_WRITE), 1, isp.money(1), source, ""),
            () -> isp.ledger.receiveUnmatched(without(Permission.PAYMENTS_WRITE), isp.money(1), source, ""),
            () -> isp.ledger.assign(without(Permission.PAYMENTS_WRITE), 1, isp.money(1), source, "")));
        table.put(Permission.WALLETS_ADJUST, List.of(() -> isp.ledger.adjust(without(Permission.WALLETS_ADJUST), 1, isp.money(1), "x"),
            () -> isp.ledger.transfer(without(Permission.WALLETS_ADJUST), 1, 2, isp.money(1), "x"),
            () -> isp.subscriptions.settleDeposit(without(Permission.WALLETS_ADJUST), 1, null),
            () -> isp.ledger.refund(without(Permission.WALLETS_ADJUST), 1, isp.money(1), "cash", "1", "x")));
        table.put(Permission.DASHBOARD_READ, List.of(() -> isp.figures.counts(without(Permission.DASHBOARD_READ))));
        table.forEach((right, methods) -> methods.forEach(m -> assertThatThrownBy(m).isInstanceOf(Forbidden.class)
            .hasMessageContaining(right.code())));
    }

    private Caller without(Permission missing) {
        return isp.with(Arrays.stream(Permission.values()).filter(p -> p != missing).toArray(Permission[]::new));
    }
}

package io.mtandao.billing.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.billing.internal.rules.ReturnRule.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReturnRuleTest {
    private static Entry paid(long who, long minor) {
        return new Entry(who, -minor);
    }

    @Test
    void whoPaidLastGetsFirstAndNobodyMoreThanWasPaid() {
        List<Entry> bill = List.of(paid(1, 400), paid(2, 300), paid(1, 200));
        assertThat(ReturnRule.back(bill, 100)).isEqualTo(Map.of(1L, 100L));
        assertThat(ReturnRule.back(bill, 450)).isEqualTo(Map.of(1L, 200L, 2L, 250L));
        assertThat(ReturnRule.back(bill, 900)).isEqualTo(Map.of(1L, 600L, 2L, 300L));
        assertThat(ReturnRule.back(bill, 900).keySet()).containsExactly(1L, 2L);
    }

    @Test
    void whatWasPaidFirstIsTheDeposit() {
        List<Entry> bill = List.of(paid(1, 400), paid(2, 300), new Entry(2, 100), paid(1, 200));
        assertThat(ReturnRule.first(bill, 500)).isEqualTo(Map.of(1L, 400L, 2L, 100L));
        assertThat(ReturnRule.first(bill, 800)).isEqualTo(ReturnRule.back(bill, 800));
        assertThat(ReturnRule.first(bill, 0)).isEmpty();
        assertThatThrownBy(() -> ReturnRule.first(bill, 801)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatCameBackBeforeIsNotGivenAgain() {
        List<Entry> bill = List.of(paid(1, 400), new Entry(1, 100), paid(2, 300));
        assertThat(ReturnRule.back(bill, 600)).isEqualTo(Map.of(2L, 300L, 1L, 300L));
    }

    @Test
    void whatCameBackToTheWrongWalletOnceIsNotGivenASecondTime() {
        List<Entry> bill = List.of(paid(1, 400), new Entry(2, 300));
        assertThat(ReturnRule.back(bill, 100)).isEqualTo(Map.of(1L, 100L));
        assertThatThrownBy(() -> ReturnRule.back(bill, 101)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whateverOrderItIsPaidAndGivenBackInEachHasItsOwnAtTheEnd() {
        Random random = new Random(3);
        for (int i = 0; i < 2000; i++) {
            List<Entry> bill = new ArrayList<>();
            Map<Long, Long> onBill = new HashMap<>();
            for (int n = random.nextInt(8); n >= 0; n--) {
                Entry part = paid(random.nextInt(3), 1 + random.nextInt(50));
                bill.add(part);
                onBill.merge(part.subscriber(), -part.minor(), Long::sum);
                long left = onBill.values().stream().mapToLong(Long::longValue).sum();
                ReturnRule.back(bill, random.nextInt((int) left + 1)).forEach((who, minor) -> {
                    bill.add(new Entry(who, minor));
                    assertThat(onBill.merge(who, -minor, Long::sum)).isNotNegative();
                });
            }
            onBill.values().removeIf(v -> v == 0);
            long all = onBill.values().stream().mapToLong(Long::longValue).sum(), part = all == 0 ? 0 : random.nextInt((int) all);
            Map<Long, Long> both = new HashMap<>(ReturnRule.first(bill, part));
            ReturnRule.back(bill, all - part).forEach((who, minor) -> both.merge(who, minor, Long::sum));
            assertThat(both).as("what is first and what is last are all").isEqualTo(onBill);
            assertThat(ReturnRule.back(bill, all)).isEqualTo(onBill);
        }
    }
}

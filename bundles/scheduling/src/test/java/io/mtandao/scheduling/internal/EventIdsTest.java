package io.mtandao.scheduling.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EventIdsTest {
    @Test
    void theIdsOfABatchAreShortTextAndComeBackInOrder() {
        List<Long> ids = List.of(4_711_000L, 4_711_003L, 4_711_004L, 4_712_500L);
        assertThat(EventIds.text(ids)).isEqualTo("4711000,3,1,1496");
        assertThat(EventIds.of(EventIds.text(ids))).isEqualTo(ids);
    }

    @Test
    void anIdMayBeSmallerThanTheOneBeforeItWhenAnotherBlockOfTheSequenceCameBetween() {
        List<Long> ids = List.of(1500L, 900L, 1501L, Long.MAX_VALUE);
        assertThat(EventIds.of(EventIds.text(ids))).isEqualTo(ids);
        assertThat(EventIds.of(EventIds.text(List.of(7L)))).containsExactly(7L);
    }

    @Test
    void whatAUnitRaisedIsSplitIntoBatchesAndTakenOnce() {
        Raised raised = new Raised();
        assertThat(raised.add(1)).as("the first").isTrue();
        LongStream.rangeClosed(2, 1_001).forEach(id -> assertThat(raised.add(id)).isFalse());
        assertThat(raised.taken()).extracting(List::size).containsExactly(500, 500, 1);
        assertThat(raised.taken()).isEmpty();
        assertThat(raised.add(1_002)).as("the first after those").isTrue();
    }
}

package io.mtandao.billing.internal;

import io.mtandao.billing.internal.history.History;
import io.mtandao.testing.db.TestDatabase;
import io.mtandao.testing.db.TestDatabase.Kind;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Months of an ISP's life in random order: whatever happened, the books are whole, nobody paid for a day twice, and nobody is on or off without a reason.
 * {@code -Dmtandao.histories=500} plays so many, {@code -Dmtandao.history=17} begins with that one: a failure names its number and tells its story.
 */
class RandomHistoryTest {
    private static final long FIRST = Long.getLong("mtandao.history", 1), COUNT = Long.getLong("mtandao.histories", 2);

    /** From the first to the sixth: an ISP that sells parts of periods, as do the next ones. */
    private static final long SELLS_PARTS = 5;

    static Stream<Arguments> histories() {
        return TestDatabase.kinds().flatMap(kind -> LongStream.range(FIRST, FIRST + COUNT).mapToObj(seed -> Arguments.of(kind, seed)));
    }

    @ParameterizedTest
    @MethodSource("histories")
    void theBooksAreWholeWhateverHappens(Kind kind, long seed) {
        History.of(seed).playOn(kind);
    }

    @ParameterizedTest
    @MethodSource("histories")
    void whatEachPaidComesBackToEachHoweverOftenThePayerChanges(Kind kind, long seed) {
        History.ofPayers(seed + SELLS_PARTS).playOn(kind);
    }
}

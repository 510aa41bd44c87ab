package io.mtandao.voucher.internal.kit;

import io.mtandao.testing.db.TestDatabase;
import io.mtandao.voucher.internal.entity.BatchRow;
import io.mtandao.voucher.internal.entity.CodeTaken;
import io.mtandao.voucher.internal.entity.PepperRow;
import io.mtandao.voucher.internal.entity.TryRow;
import io.mtandao.voucher.internal.entity.VoucherRow;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One database of each kind for all tests of this bundle; every ISP of a test is a new tenant in it, among those of the tests before. */
final class Databases {
    static final List<Class<?>> ENTITIES = List.of(BatchRow.class, VoucherRow.class, TryRow.class, CodeTaken.class, PepperRow.class);
    private static final Map<TestDatabase.Kind, TestDatabase> OPEN = new EnumMap<>(TestDatabase.Kind.class);

    private Databases() {}

    static synchronized TestDatabase of(TestDatabase.Kind kind) {
        return OPEN.computeIfAbsent(kind, k -> TestDatabase.open(k, Isp.CLOCK, List.of("db/persistence.xml", "db/voucher.xml", "db/played.xml"), ENTITIES));
    }
}

package io.mtandao.billing.internal.kit;

import io.mtandao.billing.internal.entity.AddOnRow;
import io.mtandao.billing.internal.entity.BillLineRow;
import io.mtandao.billing.internal.entity.BillRow;
import io.mtandao.billing.internal.entity.ChunkRow;
import io.mtandao.billing.internal.entity.ContactRow;
import io.mtandao.billing.internal.entity.CouponRow;
import io.mtandao.billing.internal.entity.CustomFieldRow;
import io.mtandao.billing.internal.entity.CustomValueRow;
import io.mtandao.billing.internal.entity.DepositRow;
import io.mtandao.billing.internal.entity.DiscountRow;
import io.mtandao.billing.internal.entity.EditionRow;
import io.mtandao.billing.internal.entity.FuseRow;
import io.mtandao.billing.internal.entity.ImportMappingRow;
import io.mtandao.billing.internal.entity.ItemRow;
import io.mtandao.billing.internal.entity.LedgerEntryRow;
import io.mtandao.billing.internal.entity.LedgerHeadRow;
import io.mtandao.billing.internal.entity.LedgerLinkRow;
import io.mtandao.billing.internal.entity.LedgerProofRow;
import io.mtandao.billing.internal.entity.LedgerTransactionRow;
import io.mtandao.billing.internal.entity.PackageRow;
import io.mtandao.billing.internal.entity.ParkedRow;
import io.mtandao.billing.internal.entity.PolicyRow;
import io.mtandao.billing.internal.entity.ReadingRow;
import io.mtandao.billing.internal.entity.RunRow;
import io.mtandao.billing.internal.entity.ScheduledRow;
import io.mtandao.billing.internal.entity.SearchWordRow;
import io.mtandao.billing.internal.entity.StepRow;
import io.mtandao.billing.internal.entity.SubscriberRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.entity.TagRow;
import io.mtandao.billing.internal.entity.TaxRateRow;
import io.mtandao.billing.internal.entity.UsageRow;
import io.mtandao.billing.internal.entity.WalletRow;
import io.mtandao.testing.db.MovableClock;
import io.mtandao.testing.db.TestDatabase;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One database of each kind for all tests of this bundle; every ISP of a test is a new tenant in it, among those of the tests before. */
public final class Databases {
    public static final List<Class<?>> ENTITIES = List.of(SubscriberRow.class, PackageRow.class, SubscriptionRow.class, BillRow.class,
        BillLineRow.class,
        WalletRow.class, LedgerTransactionRow.class, LedgerEntryRow.class, LedgerLinkRow.class, LedgerHeadRow.class, LedgerProofRow.class, ImportMappingRow.class, EditionRow.class, PolicyRow.class,
        StepRow.class, ScheduledRow.class, RunRow.class, ChunkRow.class, ParkedRow.class, FuseRow.class, TaxRateRow.class, ItemRow.class, DepositRow.class, DiscountRow.class,
        CouponRow.class, AddOnRow.class, UsageRow.class, ReadingRow.class,
        ContactRow.class, TagRow.class, SearchWordRow.class, CustomFieldRow.class, CustomValueRow.class);
    private static final Map<TestDatabase.Kind, TestDatabase> OPEN = new EnumMap<>(TestDatabase.Kind.class);

    private Databases() {}

    static synchronized TestDatabase of(TestDatabase.Kind kind) {
        return OPEN.computeIfAbsent(kind, k -> TestDatabase.open(k, MovableClock.at(Isp.START),
            List.of("db/persistence.xml", "db/billing.xml"),
            ENTITIES));
    }
}

package io.mtandao.messaging.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.NotFound;
import io.mtandao.api.Page;
import io.mtandao.api.TenantId;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.Bills;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscribers;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.api.billing.Subscriptions;
import io.mtandao.api.messaging.Messages.Message;
import io.mtandao.api.tenant.Settings;
import io.mtandao.api.tenant.Staff;
import io.mtandao.api.tenant.TenantSettings;
import io.mtandao.api.work.DomainEvent;
import io.mtandao.messaging.internal.entity.MessageRow;
import io.mtandao.messaging.internal.entity.TemplateRow;
import io.mtandao.testing.db.MovableClock;
import io.mtandao.testing.db.TestDatabase;
import io.mtandao.testing.fake.Fakes;
import io.mtandao.testing.fake.OnePlugin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** An ISP with two SMS gateways and one subscriber who pays, and one who pays for others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MessagingTest {
    private final Map<TestDatabase.Kind, TestDatabase> databases = new EnumMap<>(TestDatabase.Kind.class);
    protected final MovableClock clock = MovableClock.at("2026-11-22T08:00:00Z");
    private int tenants;

    protected TestDatabase db;
    protected TenantId isp;
    protected Caller owner;
    protected PlayedSms first;
    protected PlayedSms second;
    protected OnePlugin plugins;
    protected Fakes.RecordedJobs jobs;
    protected SendMessage sender;
    protected JpaMessages messages;
    protected BillNotices bills;
    protected SmsDeliveryReports reports;
    protected Bill bill;
    protected final List<Staff.Member> people = new ArrayList<>();
    protected String language;
    private List<Reactions.Reaction<?>> table;

    public final class PlayedBooks {
        public Bill get(Caller caller, long id) {
            if (!caller.tenant().equals(isp) || bill == null || bill.id() != id) throw new NotFound("bill");
            return bill;
        }
    }

    public static final class PlayedSubscribers {
        public Subscriber get(Caller caller, long id) {
            return id == 8 ? new Subscriber(8, 1, "Muthoni Holdings", "+254700000008", null, "MT1001", null, null, Money.of(0, "KES"), Instant.EPOCH)
                : new Subscriber(id, 1, "Grace Muthoni", "+254712345678", null, "MT1000", null, null, Money.of(0, "KES"), Instant.EPOCH);
        }
    }

    public static final class PlayedSubscriptions {
        public Subscription get(Caller caller, long id) {
            return new Subscription(9, 1, 7, "Grace", "MT1000", 1, "Home 10M", Money.of(200_000, "KES"), null, "grace", SubscriptionState.ACTIVE,
                Instant.parse("2026-12-22T07:15:00Z"), Instant.EPOCH);
        }

        public Page<Subscription> list(Caller caller, ListQuery query) {
            return new Page<>(List.of(get(caller, 9)), null);
        }
    }

    public final class PlayedSettings {
        public TenantSettings get(Caller caller) {
            return new TenantSettings(1, "Savanna Net", "savanna", null, "KE", "KES", "Africa/Nairobi", language, "VAT", 1600, 0, null, null, "+254700",
                null, "whatsapp,sms");
        }
    }

    public final class PlayedStaff {
        public Page<Staff.Member> list(Caller caller, ListQuery query) {
            assertThat(query.filters()).isEqualTo(Map.of("role", "owner", "active", "true"));
            List<Staff.Member> owners = people.stream().filter(m -> m.role().code().equals("owner") && m.active()).toList();
            return new Page<>(caller.tenant().equals(isp) ? owners : List.of(), null);
        }
    }

    protected void given(TestDatabase.Kind kind) {
        db = databases.computeIfAbsent(kind, k -> TestDatabase.open(k, clock, List.of("db/persistence.xml", "db/messaging.xml"),
            List.of(TemplateRow.class, MessageRow.class)));
        isp = new TenantId("isp-" + ++tenants);
        owner = Caller.system(isp, "test");
        language = "en";
        bill = null;
        people.clear();
        first = new PlayedSms("first");
        second = new PlayedSms("second");
        plugins = new OnePlugin(db.tx()::running, first, second);
        jobs = new Fakes.RecordedJobs();
        Gateways gateways = new Gateways(plugins);
        Outbox outbox = new Outbox(db.tx(), gateways, Fakes.partly(Settings.class, new PlayedSettings()), jobs, db.secrets(), clock);
        SubscriberWords about = new SubscriberWords(Fakes.partly(Subscribers.class, new PlayedSubscribers()),
            Fakes.partly(Subscriptions.class, new PlayedSubscriptions()));
        SubscriberNotices subscribers = new SubscriberNotices(outbox, about);
        sender = new SendMessage(db.tx(), gateways, db.secrets(), clock);
        messages = new JpaMessages(db.tx(), outbox, about, new Fakes.RecordedAudit().log());
        bills = new BillNotices("https://isp.example/", subscribers, Fakes.partly(Bills.class, new PlayedBooks()), about, outbox);
        table = Reactions.table(subscribers, bills, new OwnerAlarms(outbox, Fakes.partly(Staff.class, new PlayedStaff()), clock));
        reports = new SmsDeliveryReports(db.tx(), gateways, clock);
    }

    @AfterAll
    void close() {
        databases.values().forEach(TestDatabase::close);
    }

    /** As the relay does it: within a unit of work, to every handler of the event's type. */
    @SuppressWarnings("unchecked")
    protected <E extends DomainEvent> void happens(E event) {
        List<Reactions.Reaction<?>> meant = table.stream().filter(r -> r.type() == event.getClass()).toList();
        assertThat(meant).hasSize(1);
        db.tx().run(isp, em -> ((Reactions.Reaction<E>) meant.get(0)).on(isp, event));
    }

    /** In the order in which they were written. */
    protected List<Message> written() {
        List<Message> newestFirst = messages.list(owner, ListQuery.first(50)).items();
        List<Message> all = new ArrayList<>(newestFirst);
        java.util.Collections.reverse(all);
        return all;
    }

    protected Message only() {
        assertThat(written()).hasSize(1);
        return written().get(0);
    }

    protected Instant send() {
        return sender.run(isp, Long.toString(only().id()), null);
    }

    protected List<Reactions.Reaction<?>> table() {
        return table;
    }
}

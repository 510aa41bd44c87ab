package io.mtandao.payment.internal;

import static io.mtandao.payment.internal.fixture.PaymentFixture.kes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mtandao.api.Caller;
import io.mtandao.api.Conflict;
import io.mtandao.api.Forbidden;
import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.NotFound;
import io.mtandao.api.Origin;
import io.mtandao.api.Page;
import io.mtandao.api.Permission;
import io.mtandao.api.Unavailable;
import io.mtandao.api.payment.Payment;
import io.mtandao.api.payment.PaymentBooked;
import io.mtandao.api.payment.PaymentRequest;
import io.mtandao.api.payment.Payments.Takings;
import io.mtandao.payment.internal.fixture.Databases;
import io.mtandao.payment.internal.fixture.PaymentFixture;
import io.mtandao.spi.VendorProblem;
import io.mtandao.testing.db.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PaymentBookTest extends Databases {
    private Caller with(Permission... permissions) {
        return new Caller(it.isp, Caller.Kind.STAFF, "7", "Amina", Set.of(permissions), Origin.LOCAL);
    }

    private List<String> numbers(String filter, String value) {
        return it.payments.list(it.staff, ListQuery.where(filter, value)).items().stream().map(Payment::number).toList();
    }

    private List<String> search(String text) {
        return it.payments.list(it.staff, new ListQuery(text, Map.of(), "id", 50, null)).items().stream().map(Payment::number).toList();
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void moneyAtTheDeskIsBookedOncePerReference(TestDatabase.Kind kind) {
        given(kind);
        Payment p = it.payments.receiveAtDesk(with(Permission.PAYMENTS_WRITE), "cash", 1, kes(500), " BOOK-7 ", "two notes");
        assertThat(p).isEqualTo(new Payment(p.id(), "R-000001", "cash", "BOOK-7", kes(500), Payment.State.BOOKED, 1L, "Wanjiku", "Wanjiku", "KE-001", START, START));
        assertThat(it.payments.get(it.staff, p.id())).isEqualTo(p);
        assertThat(it.ledgerLines()).containsExactly("receive 1 KES 500.00 cash");
        assertThat(it.events).containsExactly(new PaymentBooked(p.id(), 1, kes(500), "cash", "BOOK-7", kes(500)));
        assertThat(it.audit).singleElement().asString().startsWith("Amina payment.book");
        assertThatThrownBy(() -> it.payments.receiveAtDesk(it.staff, "cash", 2, kes(500), "BOOK-7", null)).isInstanceOf(Conflict.class)
            .hasMessage("reference BOOK-7 is used by R-000001");
        assertThatThrownBy(() -> it.payments.receiveAtDesk(it.staff, "cash", 9, kes(500), "BOOK-8", null)).isInstanceOf(NotFound.class);
        assertThat(it.payments.receiveAtDesk(it.staff, "cash", 2, kes(1), "BOOK-8", null).number()).as("no gap by what was refused").isEqualTo("R-000002");
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void whatIsWrongAtTheDeskIsToldPerField(TestDatabase.Kind kind) {
        given(kind);
        assertThat(catchThrowableOfType(Invalid.class, () -> it.payments.receiveAtDesk(it.staff, "mpesa", 1, kes(0), " ", "x".repeat(301))).fields())
            .isEqualTo(Map.of("method", "one of cash", "amount", "must be above zero", "note", "at most 300 characters"));
        assertThat(catchThrowableOfType(Invalid.class, () -> it.payments.receiveAtDesk(it.staff, "cash", 1, Money.of(5, "USD"), "x", null)).fields())
            .isEqualTo(Map.of("amount", "must be in KES"));
        it.registry.plugins.clear();
        assertThat(catchThrowableOfType(Invalid.class, () -> it.payments.receiveAtDesk(it.staff, "cash", 1, null, "x", null)).fields()).containsOnlyKeys("method", "amount");
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void aReferenceIsWantedExactlyWhereTheMethodsSettingsSaySo(TestDatabase.Kind kind) {
        given(kind);
        for (String none : new String[] {null, "", "  "})
            assertThat(catchThrowableOfType(Invalid.class, () -> it.payments.receiveAtDesk(it.staff, "cash", 1, kes(500), none, null)).fields())
                .isEqualTo(Map.of("reference", "must be given"));
        it.cash.reference = () -> {
            throw new VendorProblem(VendorProblem.Outcome.RETRY, "no thread is free", null);
        };
        assertThatThrownBy(() -> it.payments.receiveAtDesk(it.staff, "cash", 1, kes(500), null, null)).isInstanceOf(Unavailable.class).hasMessageContaining("enter one");
        assertThat(it.booked()).isEmpty();

        it.cash.reference = () -> false;
        Payment p = it.payments.receiveAtDesk(it.staff, "cash", 1, kes(500), " ", null);
        assertThat(p).extracting(Payment::number, Payment::providerReceipt).containsExactly("R-000001", "R-000001");
        assertThat(it.events).containsExactly(new PaymentBooked(p.id(), 1, kes(500), "cash", "R-000001", kes(500)));
        assertThat(catchThrowableOfType(Invalid.class, () -> it.payments.receiveAtDesk(it.staff, "cash", 1, kes(500), "R-000002", null)).fields())
            .as("or the next one without a reference would find its number taken").containsOnlyKeys("reference");
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void withoutAReferenceTheSameMoneyTwiceInAMomentIsRefused(TestDatabase.Kind kind) {
        given(kind);
        it.cash.reference = () -> false;
        it.payments.receiveAtDesk(it.staff, "cash", 1, kes(500), null, null);
        assertThatThrownBy(() -> it.payments.receiveAtDesk(it.staff, "cash", 1, kes(500), null, "again")).isInstanceOf(Conflict.class).hasMessageContaining("R-000001 of a moment ago");
        assertThat(it.ledgerLines()).as("nothing of what was refused stays").containsExactly("receive 1 KES 500.00 cash");
        it.payments.receiveAtDesk(it.staff, "cash", 2, kes(500), null, null);
        it.payments.receiveAtDesk(it.staff, "cash", 1, kes(600), null, null);
        it.payments.receiveAtDesk(it.staff, "cash", 1, kes(500), "BOOK-1", null);
        it.clock.advance(Duration.ofMinutes(2).plusSeconds(1));
        assertThat(it.payments.receiveAtDesk(it.staff, "cash", 1, kes(500), null, null).number()).isEqualTo("R-000005");
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void unmatchedMoneyIsGivenToASubscriberOnce(TestDatabase.Kind kind) {
        given(kind);
        it.arrives("paid receipt=TK1 amount=700 account=KE-OO1 payer=WANJIKU");
        long id = it.only().id();
        assertThatThrownBy(() -> it.payments.assign(it.staff, id, 9)).isInstanceOf(NotFound.class);
        assertThat(it.payments.assign(with(Permission.PAYMENTS_WRITE), id, 1)).satisfies(p -> {
            assertThat(p.state()).isEqualTo(Payment.State.BOOKED);
            assertThat(p.subscriberName()).isEqualTo("Wanjiku");
            assertThat(p.reference()).isEqualTo("KE-OO1");
        });
        assertThat(it.ledgerLines()).containsExactly("unmatched KES 700.00 mpesa", "assign 1 KES 700.00 mpesa");
        assertThat(it.events).last().isEqualTo(new PaymentBooked(id, 1, kes(700), "mpesa", "TK1", kes(700)));
        assertThat(it.audit).last().asString().startsWith("Amina payment.assign");
        assertThatThrownBy(() -> it.payments.assign(it.staff, id, 2)).isInstanceOf(Conflict.class).hasMessage("this money is assigned already");
        assertThatThrownBy(() -> it.payments.assign(it.staff, 123, 2)).isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void listsAreFilteredSearchedSortedAndPagedByTheDatabase(TestDatabase.Kind kind) {
        given(kind);
        it.arrives("paid receipt=TKA amount=300 account=KE-001 payer=WANJIKU at=2026-11-20T10:00:00Z");
        it.arrives("paid receipt=TKB amount=100 account=100%_off at=2026-11-21T20:59:59Z");
        it.arrives("paid receipt=TKC amount=200 account=KE-002 at=2026-11-21T21:00:00Z");
        it.payments.receiveAtDesk(it.staff, "cash", 1, kes(50), "BOOK-1", null);
        assertThat(numbers("subscriberId", "1")).containsExactly("R-000004", "R-000001");
        assertThat(numbers("method", "cash")).containsExactly("R-000004");
        assertThat(numbers("state", "unmatched")).containsExactly("R-000002");
        assertThat(numbers("to", "2026-11-21")).as("Nairobi's day ends at 21:00 UTC").containsExactly("R-000002", "R-000001");
        assertThat(numbers("from", "2026-11-22")).containsExactly("R-000004", "R-000003");
        assertThat(numbers("from", "2026-11-21T20:59:59Z")).containsExactly("R-000004", "R-000003", "R-000002");
        assertThat(search("wanji")).as("payer, and the subscriber at the desk").containsExactly("R-000001", "R-000004");
        assertThat(search("tkc")).containsExactly("R-000003");
        assertThat(search("ke-001")).containsExactly("R-000001", "R-000004");
        assertThat(search("r-000002")).containsExactly("R-000002");
        assertThat(search("0%_o")).as("no wildcards").containsExactly("R-000002");
        Page<Payment> first = it.payments.list(it.staff, new ListQuery(null, Map.of(), "amount", 3, null));
        assertThat(first.items()).extracting(p -> p.amount().minor()).containsExactly(5000L, 10000L, 20000L);
        assertThat(it.payments.list(it.staff, new ListQuery(null, Map.of(), "amount", 3, first.next())).items()).extracting(Payment::number).containsExactly("R-000001");
        assertThat(it.payments.count(it.staff, ListQuery.where("method", "mpesa"))).isEqualTo(3);
        for (Map.Entry<String, String> wrong : Map.of("subscriberId", "x", "state", "lost", "from", "yesterday", "colour", "red").entrySet())
            assertThatThrownBy(() -> numbers(wrong.getKey(), wrong.getValue())).isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void takingsAreOfTheIspsOwnDayAndMonth(TestDatabase.Kind kind) {
        given(kind);
        assertThat(it.payments.takings(it.staff)).isEqualTo(new Takings(kes(0), kes(0), 0, kes(0), null));
        it.arrives("paid receipt=A amount=1 account=KE-001 at=2026-10-31T20:59:59Z");
        it.arrives("paid receipt=B amount=10 account=KE-001 at=2026-10-31T21:00:00Z");
        it.arrives("paid receipt=C amount=100 account=nobody at=2026-11-21T20:59:59Z");
        it.arrives("paid receipt=D amount=1000 account=KE-002 at=2026-11-21T21:00:00Z");
        it.arrives("paid receipt=E amount=10000 account=nobody at=2026-11-22T07:00:00Z");
        assertThat(it.payments.takings(it.staff)).isEqualTo(new Takings(kes(11000), kes(11110), 2, kes(10100), Instant.parse("2026-11-22T07:00:00Z")));
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void promptsAreListedPerSubscriberAndState(TestDatabase.Kind kind) {
        given(kind);
        PaymentRequest r = it.prompted();
        it.payments.request(it.staff, 2, "mpesa", "0700 000 001", kes(10));
        assertThat(it.payments.requests(it.staff, ListQuery.where("state", "sent")).items()).extracting(PaymentRequest::id).containsExactly(r.id());
        assertThat(it.payments.requests(it.staff, ListQuery.where("subscriberId", "2")).items()).extracting(PaymentRequest::phone).containsExactly("+254700000001");
        assertThat(it.payments.requests(it.staff, ListQuery.where("method", "cash")).items()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void anotherIspSeesAndChangesNothing(TestDatabase.Kind kind) {
        given(kind);
        PaymentFixture b = fixture(kind);
        PaymentRequest r = it.prompted();
        it.arrives("paid receipt=TK1 amount=1500");
        long id = it.only().id();
        assertThat(b.booked()).isEmpty();
        assertThat(b.payments.count(b.staff, ListQuery.first(1))).isZero();
        assertThat(b.payments.requests(b.staff, ListQuery.first(1)).items()).isEmpty();
        assertThat(b.payments.takings(b.staff).month()).isEqualTo(kes(0));
        assertThatThrownBy(() -> b.payments.get(b.staff, id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> b.payments.assign(b.staff, id, 1)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> b.payments.requestById(b.staff, r.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> b.arrives("paid ref=ws_" + r.id() + " receipt=TK2 amount=1500 verified")).hasMessageContaining("no prompt");
        assertThat(b.arrives("paid receipt=TK1 amount=1500 account=KE-001").accepted()).as("two ISPs may be told the same receipt").isTrue();
        assertThat(b.only().number()).isEqualTo("R-000001");
        assertThat(it.only().state()).isEqualTo(Payment.State.UNMATCHED);
        assertThat(it.request(r.id()).state()).isEqualTo(PaymentRequest.State.SENT);
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void permissionsAreAskedFor(TestDatabase.Kind kind) {
        given(kind);
        Caller nobody = with(), reader = with(Permission.PAYMENTS_READ), asker = with(Permission.PAYMENTS_REQUEST), writer = with(Permission.PAYMENTS_WRITE);
        ListQuery all = ListQuery.first(1);
        assertThatThrownBy(() -> it.payments.list(asker, all)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> it.payments.count(asker, all)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> it.payments.get(asker, 1)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> it.payments.requests(asker, all)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> it.payments.receiveAtDesk(asker, "cash", 1, kes(1), "x", null)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> it.payments.assign(reader, 1, 1)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> it.payments.request(reader, 1, null, null, kes(1))).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> it.payments.requestById(nobody, 1)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> it.payments.takings(nobody)).isInstanceOf(Forbidden.class);
        long asked = it.payments.request(asker, 1, null, null, kes(1)).id();
        assertThat(it.payments.requestById(asker, asked).id()).isEqualTo(asked);
        assertThat(it.payments.request(writer, 1, null, null, kes(1)).id()).isNotEqualTo(asked);
        assertThat(it.payments.takings(with(Permission.DASHBOARD_READ))).isNotNull();
    }
}

package io.mtandao.paper.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Caller;
import io.mtandao.api.Forbidden;
import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.NotFound;
import io.mtandao.api.Origin;
import io.mtandao.api.Page;
import io.mtandao.api.Permission;
import io.mtandao.api.TenantId;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.Bills;
import io.mtandao.api.billing.Ledger;
import io.mtandao.api.billing.Papers.Paper;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscribers;
import io.mtandao.api.tenant.AuditLog;
import io.mtandao.api.tenant.Settings;
import io.mtandao.api.tenant.TenantSettings;
import io.mtandao.paper.internal.kit.Pdf;
import io.mtandao.paper.internal.kit.PlayedTill;
import io.mtandao.paper.internal.kit.Samples;
import io.mtandao.persistence.TenantTx;
import io.mtandao.persistence.internal.HmacTokens;
import io.mtandao.persistence.internal.KeyFile;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.payment.PaymentMethod.PayTo;
import io.mtandao.testing.db.MovableClock;
import io.mtandao.testing.fake.Fakes;
import io.mtandao.testing.fake.OnePlugin;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets which paper, and by which link. */
class PdfPapersTest {
    private static final TenantId SAVANNA = new TenantId("savanna");
    private static final TenantId BAOBAB = new TenantId("baobab");
    private final MovableClock clock = MovableClock.at("2026-11-10T08:00:00Z");
    private final PlayedTill till = new PlayedTill("mpesa", "M-Pesa");
    private final OnePlugin plugins = new OnePlugin(() -> false, till);
    private final Caller finance = caller(SAVANNA, Permission.BILLS_READ, Permission.PAYMENTS_READ);
    private Bill bill = Samples.bill();
    private Long payerId;
    private boolean unitRuns;
    private final List<AuditLog.Entry> told = new ArrayList<>();
    private final AuditLog log = new PlayedLog();
    private Instant statementFrom;
    private Instant statementTo;

    @TempDir
    Path etc;

    private PdfPapers papers;

    /** Savanna's books: what belongs to nobody else is found by nobody else, as in the real ones. */
    public final class PlayedBilling {
        public Bill get(Caller caller, long id) {
            caller.require(Permission.BILLS_READ);
            if (!caller.tenant().equals(SAVANNA) || bill == null || (id != bill.id() && id != 42)) throw new NotFound("bill");
            return id == bill.id() ? bill : Samples.bill();
        }

        public Ledger.Statement statement(Caller caller, long subscriberId, Instant from, Instant to) {
            if (!caller.tenant().equals(SAVANNA) || subscriberId != 7) throw new NotFound("subscriber");
            statementFrom = from;
            statementTo = to;
            return Samples.statement(2);
        }
    }

    public final class PlayedSubscribers {
        public Subscriber get(Caller caller, long id) {
            caller.require(Permission.SUBSCRIBERS_READ);
            if (!caller.tenant().equals(SAVANNA)) throw new NotFound("subscriber");
            Subscriber s = Samples.subscriber(id, id == 7 ? "Grace Muthoni" : "Muthoni Holdings Ltd", id == 7 ? "1001" : "1000");
            Subscriber.Details d = new Subscriber.Details(null, null, null, null, null, null, null, id == 7 ? payerId : null, null);
            return new Subscriber(s.id(), 1, s.name(), s.phone(), null, s.accountNumber(), s.place(), null, s.balance(), s.createdAt(), d, null);
        }
    }

    /** Whether a unit of work runs on this thread. */
    public final class PlayedUnits {
        public boolean running() {
            return unitRuns;
        }
    }

    /** Savanna's log; its filters are the real ones' as far as they are used. */
    private final class PlayedLog implements AuditLog {
        @Override
        public void record(Caller caller, String action, String subject, Map<String, ?> before, Map<String, ?> after) {
            told.add(new Entry(told.size() + 1L, clock.instant(), caller.name(), caller.kind().name(), null, action, caller.tenant() + ":" + subject, after.toString()));
        }

        @Override
        public Page<Entry> list(Caller caller, ListQuery q) {
            caller.require(Permission.AUDIT_READ);
            Instant from = Instant.parse(q.filters().get("from"));
            return new Page<>(told.stream().filter(e -> e.action().equals(q.filters().get("action")) && !e.at().isBefore(from)
                && e.subject().equals(caller.tenant() + ":" + q.filters().get("subject"))).toList(), null);
        }
    }

    public static final class PlayedSettings {
        public TenantSettings get(Caller caller) {
            caller.require(Permission.SETTINGS_READ);
            if (!caller.tenant().equals(SAVANNA)) throw new NotFound("isp");
            return Samples.isp("en", null, null);
        }
    }

    @BeforeEach
    void aPlatform() throws IOException {
        papers = at("https://isp.example/");
    }

    private PdfPapers at(String publicUrl) throws IOException {
        PlayedBilling billing = new PlayedBilling();
        BillLinks links = new BillLinks(new HmacTokens(new KeyFile(etc.resolve("mtandao.keys"))), clock);
        return new PdfPapers(Fakes.partly(Bills.class, billing), Fakes.partly(Ledger.class, billing), Fakes.partly(Subscribers.class, new PlayedSubscribers()),
            Fakes.partly(Settings.class, new PlayedSettings()), links,
            new LinkTrail(log, Fakes.partly(Settings.class, new PlayedSettings()), clock), new PaymentWords(new PayPlaces(plugins), links, new PublicAddress(publicUrl)),
            Fakes.partly(TenantTx.class, new PlayedUnits()), clock);
    }

    private static Caller caller(TenantId tenant, Permission... permissions) {
        return new Caller(tenant, Caller.Kind.API_KEY, "1", "key", Set.of(permissions), Origin.LOCAL);
    }

    private static Pdf pdf(Paper paper) {
        assertThat(paper.mediaType()).isEqualTo("application/pdf");
        return new Pdf(paper.content());
    }

    private String token(long billId) {
        return papers.publicLink(finance, billId).substring("/papers/".length());
    }

    @Test
    void whoMayReadTheBillMayReadItsPaperWithoutAnyOtherRight() {
        Paper paper = papers.bill(caller(SAVANNA, Permission.BILLS_READ), 42);
        assertThat(paper.fileName()).isEqualTo("B-000123.pdf");
        assertThat(pdf(paper).text()).contains("Savanna Net", "Grace Muthoni", "B-000123", "KES 1,500.00");
    }

    @Test
    void whoMayNotReadTheBillGetsNeitherPaperNorLink() {
        Caller blind = caller(SAVANNA, Permission.PAYMENTS_READ, Permission.SUBSCRIBERS_READ, Permission.SETTINGS_READ);
        assertThatThrownBy(() -> papers.bill(blind, 42)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> papers.publicLink(blind, 42)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> papers.statement(caller(SAVANNA, Permission.BILLS_READ), 7, LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30)))
            .isInstanceOf(Forbidden.class);
    }

    @Test
    void anotherIspGetsNeitherPaperNorLinkNorStatement() {
        Caller b = caller(BAOBAB, Permission.values());
        assertThatThrownBy(() -> papers.bill(b, 42)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> papers.publicLink(b, 42)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> papers.statement(b, 7, LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30))).isInstanceOf(NotFound.class);
    }

    @Test
    void aLinkShowsItsBillToWhoeverHoldsItForNinetyDays() {
        String token = token(42);
        assertThat(pdf(papers.byLink(token)).text()).contains("B-000123", "Grace Muthoni");
        clock.advance(Duration.ofDays(89));
        assertThat(pdf(papers.byLink(token)).text()).contains("OVERDUE");
        clock.advance(Duration.ofDays(1));
        assertThatThrownBy(() -> papers.byLink(token)).isInstanceOf(NotFound.class).hasMessage("no such bill");
    }

    @Test
    void aForgedLinkAndTheLinkOfABillThatIsGoneAreRefusedAlike() {
        String token = token(42);
        assertThatThrownBy(() -> papers.byLink(token.substring(0, token.length() - 2) + "AA")).isInstanceOf(NotFound.class).hasMessage("no such bill");
        bill = null;
        assertThatThrownBy(() -> papers.byLink(token)).isInstanceOf(NotFound.class).hasMessage("no such bill");
    }

    @Test
    void theCodePaysAtTheFirstPluginThatKnowsAPlace() {
        PlayedTill broken = new PlayedTill("broken", "Broken"), cash = new PlayedTill("cash", "Cash");
        broken.trouble = new VendorProblem(VendorProblem.Outcome.RETRY, "the breaker is open");
        plugins.remove(till);
        plugins.add(broken);
        plugins.add(cash);
        plugins.add(till);
        till.place = new PayTo("Paybill 174379", true);
        assertThat(pdf(papers.bill(finance, 42)).qr(1)).hasValue("Paybill 174379 Account 1001 Amount 1500");
        till.place = new PayTo("Till 555111", false);
        assertThat(pdf(papers.bill(finance, 42)).qr(1)).hasValue("Till 555111 Amount 1500");
    }

    @Test
    void withoutSuchAPlaceTheCodeIsTheLinkToTheBill() {
        String url = pdf(papers.bill(finance, 42)).keepPicture(1, "bill-link").qr(1).orElseThrow();
        assertThat(url).startsWith("https://isp.example/papers/");
        assertThat(pdf(papers.byLink(url.substring("https://isp.example/papers/".length()))).text()).contains("B-000123");
    }

    @Test
    void withoutAPlaceAndWithoutAnAddressThereIsNoCode() throws IOException {
        papers = at("");
        Pdf pdf = pdf(papers.bill(finance, 42));
        assertThat(pdf.qr(1)).isEmpty();
        assertThat(pdf.text()).contains("KES 1,500.00").doesNotContain("How to pay");
    }

    @Test
    void whoPaysForAnotherPaysToTheirOwnAccount() {
        till.place = new PayTo("Paybill 174379", true);
        Bill b = bill;
        Bill.Details d = b.details();
        bill = new Bill(b.id(), 1, b.number(), 7, b.subscriberName(), 9L, b.periodFrom(), b.periodTo(), b.total(), b.state(), b.issuedAt(), b.dueAt(), null,
            b.lines(), new Bill.Details(d.kind(), true, 8, d.net(), d.tax(), d.paid(), d.credited(), null, null, null));
        Pdf pdf = pdf(papers.bill(finance, 42));
        assertThat(pdf.text()).contains("Paid by: Muthoni Holdings Ltd, Account 1000");
        assertThat(pdf.qr(1)).hasValue("Paybill 174379 Account 1000 Amount 1500");
    }

    @Test
    void aCreditNoteNamesItsBill() {
        bill = Samples.creditNote();
        Paper paper = papers.bill(finance, 43);
        assertThat(paper.fileName()).isEqualTo("C-000007.pdf");
        assertThat(pdf(paper).text()).contains("Refers to", "B-000123");
    }

    @Test
    void aStatementTakesWholeDaysOfTheIspsZoneAndSaysHowToPayADebt() {
        till.place = new PayTo("Paybill 174379", true);
        Paper paper = papers.statement(finance, 7, LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30));
        assertThat(statementFrom).isEqualTo("2026-10-31T21:00:00Z");
        assertThat(statementTo).isEqualTo("2026-11-30T21:00:00Z");
        assertThat(paper.fileName()).isEqualTo("statement-1001-2026-11-01-2026-11-30.pdf");
        assertThat(pdf(paper).qr(1)).hasValue("Paybill 174379 Account 1001 Amount 250");
    }

    @Test
    void theStatementOfSomebodyWhomAnotherPaysForIsPaidToTheOthersAccount() {
        till.place = new PayTo("Paybill 174379", true);
        payerId = 8L;
        Paper paper = papers.statement(finance, 7, LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30));
        assertThat(pdf(paper).qr(1)).hasValue("Paybill 174379 Account 1000 Amount 250");
    }

    @Test
    void aStatementNeedsTwoDaysInTheirOrder() {
        assertThatThrownBy(() -> papers.statement(finance, 7, LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 1))).isInstanceOf(Invalid.class)
            .hasMessageContaining("to");
        assertThatThrownBy(() -> papers.statement(finance, 7, null, LocalDate.of(2026, 11, 1))).isInstanceOf(Invalid.class).hasMessageContaining("from");
        assertThatThrownBy(() -> papers.statement(finance, 7, LocalDate.MIN, LocalDate.MAX)).isInstanceOf(Invalid.class);
    }

    @Test
    void aNumberThatIsNoNameForAFileStillGivesOne() {
        Bill b = bill;
        bill = new Bill(b.id(), 1, "2026/11 \"Ü\"\r\n7", 7, b.subscriberName(), 9L, b.periodFrom(), b.periodTo(), b.total(), b.state(), b.issuedAt(),
            b.dueAt(), null, b.lines(), b.details());
        assertThat(papers.bill(finance, 42).fileName()).isEqualTo("2026-11-7.pdf");
    }

    @Test
    void aLinkIsToldOfWhenItIsMadeAndOnceADayWhenItIsRead() {
        String token = papers.publicLink(finance, bill.id()).substring("/papers/".length());
        clock.advance(Duration.ofMinutes(1));
        String second = papers.publicLink(finance, bill.id()).substring("/papers/".length());
        for (int i = 0; i < 3; i++) papers.byLink(token);
        papers.byLink(second);
        assertThat(told).extracting(AuditLog.Entry::action).containsExactly("bill.link", "bill.link", "bill.read-by-link", "bill.read-by-link");
        assertThat(told).allSatisfy(e -> assertThat(e.subject()).startsWith("savanna:bill/" + bill.id()));
        assertThat(told.get(2).subject()).as("each link").isNotEqualTo(told.get(3).subject());
        clock.advance(Duration.ofDays(1));
        papers.byLink(token);
        papers.byLink(token);
        assertThat(told).hasSize(5);
        assertThatThrownBy(() -> papers.byLink("forged")).isInstanceOf(NotFound.class);
        assertThat(told).as("nothing was read").hasSize(5);
    }

    @Test
    void withinAUnitOfWorkNoPaperIsMade() {
        String token = papers.publicLink(finance, bill.id()).substring("/papers/".length());
        unitRuns = true;
        for (ThrowingCallable one : List.<ThrowingCallable>of(() -> papers.bill(finance, bill.id()), () -> papers.publicLink(finance, bill.id()),
                () -> papers.byLink(token), () -> papers.statement(finance, 7, LocalDate.parse("2026-11-01"), LocalDate.parse("2026-11-30"))))
            assertThatThrownBy(one).isInstanceOf(IllegalStateException.class).hasMessageStartingWith("papers are made outside units of work");
    }
}

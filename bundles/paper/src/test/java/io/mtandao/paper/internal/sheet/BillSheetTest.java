package io.mtandao.paper.internal.sheet;

import static io.mtandao.paper.internal.kit.Samples.bill;
import static io.mtandao.paper.internal.kit.Samples.kes;
import static io.mtandao.paper.internal.kit.Samples.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Money;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.Bill.Line;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.tenant.TenantSettings;
import io.mtandao.paper.internal.kit.Pdf;
import io.mtandao.paper.internal.kit.Samples;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a subscriber reads on a bill. */
class BillSheetTest {
    private static final Instant IN_TIME = Samples.ISSUED.plus(Duration.ofDays(2));
    private static final Instant LATE = Samples.DUE.plus(Duration.ofDays(3));
    private static final HowToPay.Place PAYBILL = new HowToPay.Place("M-Pesa", "Paybill 174379", true);
    private final TenantSettings english = Samples.isp("en", Samples.logo("png"), "#7c3aed");

    private static Pdf print(TenantSettings isp, Bill bill, Instant now) {
        return print(isp, bill, Samples.subscriber(7, "Grace Muthoni", "1001"), now);
    }

    private static Pdf print(TenantSettings isp, Bill bill, Subscriber payer, Instant now) {
        Letterhead head = Letterhead.of(isp);
        Money open = Mark.toPay(bill);
        HowToPay how = open.isPositive() ? HowToPay.at(PAYBILL, payer.accountNumber(), open, head.words()) : null;
        String refersTo = bill.details().refersTo() == null ? null : "B-000123";
        return new Pdf(BillSheet.pdf(head, new BillSheet.Facts(bill, Samples.subscriber(7, "Grace Muthoni", "1001"), payer, refersTo, how), now));
    }

    @Test
    void anOpenBillSaysWhoWhatHowMuchAndHowToPay() {
        Pdf pdf = print(english, bill(), IN_TIME).keepPicture(1, "bill-en");
        assertThat(pdf.pages()).isEqualTo(1);
        assertThat(pdf.title()).isEqualTo("BILL B-000123");
        assertThat(pdf.language()).isEqualTo("en");
        assertThat(pdf.text()).contains("Savanna Net", "+254700111222", "help@savanna.example", "BILL", "B-000123", "Grace Muthoni", "Account 1001",
            "Kilimani, Plot 7", "1 Nov 2026", "15 Nov 2026", "1 Nov 2026 – 30 Nov 2026", "Home 10M, November 2026", "VAT 16 %", "206.90", "Amount (KES)",
            "1,500.00", "Net", "KES 1,293.10", "To pay", "How to pay", "M-Pesa: Paybill 174379", "Account number: 1001", "Amount: KES 1,500.00", "Page 1 of 1");
        assertThat(pdf.text()).doesNotContain("PAID", "VOID", "OVERDUE", "Credited");
        assertThat(pdf.qr(1)).hasValue("Paybill 174379 Account 1001 Amount 1500");
    }

    @Test
    void theSameInSwahili() {
        Pdf pdf = print(Samples.isp("sw", Samples.logo("jpeg"), null), bill(), LATE).keepPicture(1, "bill-sw");
        assertThat(pdf.language()).isEqualTo("sw");
        assertThat(pdf.text()).contains("BILI", "IMECHELEWA", "Akaunti 1001", "Imetolewa", "Mwisho wa kulipa", "Maelezo", "Kiasi (KES)", "Jumla",
            "Cha kulipa", "Jinsi ya kulipa", "Namba ya akaunti: 1001", "Ukurasa 1 kati ya 1");
        assertThat(pdf.text()).doesNotContain("Amount", "Total", "Page ");
        assertThat(pdf.qr(1)).hasValue("Paybill 174379 Akaunti 1001 Kiasi 1500");
    }

    @Test
    void aPaidOneSaysSoAndAsksForNothing() {
        Pdf pdf = print(english, bill(bill().lines(), Bill.State.PAID, 150_000, 0), LATE).keepPicture(1, "bill-paid");
        assertThat(pdf.text()).contains("PAID", "3 Nov 2026", "−1,500.00", "KES 0.00").doesNotContain("OVERDUE", "How to pay");
        assertThat(pdf.qr(1)).isEmpty();
    }

    @Test
    void aVoidOneSaysSoOnEveryPageAndWhy() {
        Pdf pdf = print(english, bill(Samples.lines(60), Bill.State.VOID, 0, 0), LATE).keepPicture(1, "bill-void");
        assertThat(pdf.pages()).isGreaterThan(1);
        for (int page = 1; page <= pdf.pages(); page++) assertThat(pdf.text(page)).contains("VOID");
        assertThat(pdf.text()).contains("billed twice by hand").doesNotContain("How to pay", "OVERDUE");
        assertThat(pdf.qr(pdf.pages())).isEmpty();
    }

    @Test
    void anOverdueOneAsksForWhatIsStillOpen() {
        Pdf pdf = print(english, bill(bill().lines(), Bill.State.OPEN, 50_000, 25_050), LATE);
        assertThat(pdf.text()).contains("OVERDUE", "−500.00", "−250.50", "KES 749.50");
        assertThat(pdf.qr(1)).hasValue("Paybill 174379 Account 1001 Amount 749.50");
    }

    @Test
    void aCreditNoteNamesTheBillAndTheReasonAndAsksForNothing() {
        Pdf pdf = print(english, Samples.creditNote(), IN_TIME).keepPicture(1, "credit-note");
        assertThat(pdf.title()).isEqualTo("CREDIT NOTE C-000007");
        assertThat(pdf.text()).contains("CREDIT NOTE", "C-000007", "CREDITED", "Refers to", "B-000123", "outage in Kilimani", "Two days without service",
            "KES 86.21", "KES 100.00")
            .doesNotContain("To pay", "Due", "How to pay");
    }

    @Test
    void twoHundredLinesHaveTheirHeadOnEveryPageAndNoneIsLost() {
        Pdf pdf = print(english, bill(Samples.lines(200), Bill.State.OPEN, 0, 0), IN_TIME).keepPicture(2, "bill-200-lines-page-2");
        assertThat(pdf.pages()).isBetween(5, 12);
        for (int page = 1; page <= pdf.pages(); page++) assertThat(pdf.text(page)).contains("Page " + page + " of " + pdf.pages(), "B-000123");
        for (int page = 1; page < pdf.pages(); page++) assertThat(pdf.text(page)).contains("Description", "Unit price", "Amount (KES)");
        String all = pdf.text();
        for (int i = 1; i <= 200; i++) assertThat(all).contains("Line " + i + ": a public address for branch " + i + ",");
        assertThat(all).contains("KES 23,200.00", "KES 3,200.00");
        assertThat(pdf.qr(pdf.pages())).hasValue("Paybill 174379 Account 1001 Amount 23200");
        assertThat(pdf.size()).as("only the letters that are used travel in it").isLessThan(150_000);
    }

    @Test
    void aTextThatIsLongerThanAPageGoesOnUponTheNext() {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 1_500; i++) words.add("word" + i);
        Pdf pdf = print(english, bill(List.of(line(String.join(" ", words), 1, 100, 100, 0), line("x".repeat(3_000), 1, 100, 100, 0)),
            Bill.State.OPEN, 0, 0), IN_TIME);
        assertThat(pdf.pages()).isGreaterThan(2);
        assertThat(pdf.text().split("\\s+")).contains(words.toArray(String[]::new));
        assertThat(pdf.text().chars().filter(c -> c == 'x').count()).isGreaterThanOrEqualTo(3_000);
    }

    @Test
    void shillingsWithoutCentsHaveNone() {
        Line l = new Line(Line.Kind.PACKAGE, "Home 10M", 1, Money.of(150_000, "UGX"), Money.of(150_000, "UGX"), Money.of(22_881, "UGX"), "VAT 18 %");
        Pdf pdf = print(english, bill(List.of(l), Bill.State.OPEN, 0, 0), IN_TIME);
        assertThat(pdf.text()).contains("Amount (UGX)", "150,000", "UGX 127,119", "22,881").doesNotContain("150,000.00", "1,500.00");
        assertThat(pdf.qr(1)).hasValue("Paybill 174379 Account 1001 Amount 150000");
    }

    @Test
    void taxesAreSummedByNameAndADiscountIsTakenOff() {
        List<Line> lines = List.of(line("Home 10M", 1, 116_000, 116_000, 16_000), new Line(Line.Kind.ITEM, "Router", 2, kes(50_000), kes(100_000),
            kes(1_961), "Levy 2 %"),
            new Line(Line.Kind.DISCOUNT, "10 % off", 1, kes(-11_600), kes(-11_600), kes(-1_600), "VAT 16 %"));
        String text = print(english, bill(lines, Bill.State.OPEN, 0, 0), IN_TIME).text();
        assertThat(text).containsPattern("VAT 16 % +KES 144\\.00").containsPattern("Levy 2 % +KES 19\\.61").containsPattern("Total +KES 2,044\\.00")
            .contains("−116.00");
    }

    @Test
    void whoPaysForAnotherIsNamedAndPaysToTheirOwnAccount() {
        Pdf pdf = print(english, bill(), Samples.subscriber(8, "Muthoni Holdings Ltd", "1000"), IN_TIME);
        assertThat(pdf.text()).contains("Grace Muthoni", "Account 1001", "Paid by: Muthoni Holdings Ltd, Account 1000", "Account number: 1000");
        assertThat(pdf.qr(1)).hasValue("Paybill 174379 Account 1000 Amount 1500");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Žofie Šťastná-Ñandú", "Εὐγενία Παπαδοπούλου", "Анна Ковалёва", "محمد عبد الله", "שרה כהן", "አበበ ቢቂላ", "王小明 さくら 김철수",
        "राम शर्मा", "👩🏽‍💻 Emoji 🇰🇪", "Ngũgĩ wa Thiong’o",
        "\u0000\u0007\u001b[31m", "\ud800 lone \udfff", "\u202egnol\u202c \u2066x\u2069", "\ufeffBOM", "a\u0301\u0301\u0301\u0301", "\uffff\ufffe", "  ",
        "line\nbreak\ttab", "\u05d0(\u05d1)123", "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW"})
    void aNameInAnyScriptIsPrinted(String name) {
        Bill b = bill(List.of(line(name, 1, 100, 100, 0)), Bill.State.OPEN, 0, 0);
        Bill named = new Bill(b.id(), 1, name, 7, name, 9L, b.periodFrom(), b.periodTo(), b.total(), b.state(), b.issuedAt(), b.dueAt(), null, b.lines(),
            b.details());
        TenantSettings isp = new TenantSettings(1, name, "s", null, "KE", "KES", "Africa/Nairobi", "en", "VAT", 0, 0, null, null, null, null, "sms");
        Pdf pdf = print(isp, named, Samples.subscriber(8, name, "1001"), IN_TIME);
        assertThat(pdf.text()).contains("Account 1001", "1.00");
    }

    @Test
    void namesInTheScriptsOfTheFontAreReadAsTheyAreWritten() {
        List<String> names = List.of("Žofie Šťastná", "Анна Ковалёва", "Εύα Παππά", "Ngũgĩ wa Thiong’o", "שרה כהן", "محمد عبد الله");
        List<Line> lines = new ArrayList<>(names.stream().map(n -> line(n, 1, 100, 100, 0)).toList());
        lines.add(line("አበበ", 1, 100, 100, 0));
        Pdf pdf = print(english, bill(lines, Bill.State.OPEN, 0, 0), IN_TIME).keepPicture(1, "scripts");
        assertThat(pdf.text()).contains(names).contains("\ufffd\ufffd\ufffd").doesNotContain("አ");
    }

    @Test
    void theLogoAndTheColourAreTheIsps() {
        Pdf pdf = print(Samples.isp("en", Samples.logo("png"), "#7c3aed"), bill(), IN_TIME);
        assertThat(pdf.colour(1, 300, 4)).as("the bar on top").isEqualTo(0x7c3aed);
        assertThat(pdf.colour(1, 52, 48)).as("the edge of the logo").isEqualTo(0xff0000);
        assertThat(print(Samples.isp("en", null, null), bill(), IN_TIME).colour(1, 300, 4)).as("the platform's own").isEqualTo(0x0f766e);
    }

    @Test
    void aLogoThatCannotBeShownIsLeftOut() {
        String bomb = "data:image/png;base64," + Base64.getEncoder().encodeToString(
            Samples.encoded(new BufferedImage(5_000, 5_000, BufferedImage.TYPE_BYTE_BINARY), "png"));
        for (String logo : new String[] {"data:image/svg+xml;base64,PHN2Zy8+", "data:image/png;base64,AAAA", "data:image/png;base64,@@@",
            "data:image/jpeg;base64,AAAA", "nonsense", "", bomb,
            Samples.logo("png").replace("image/png", "image/jpeg")}) {
            Pdf pdf = print(Samples.isp("en", logo, null), bill(), IN_TIME);
            assertThat(pdf.text()).startsWith("Savanna Net").contains("KES 1,500.00");
            assertThat(pdf.colour(1, 52, 48)).as(logo.substring(0, Math.min(30, logo.length()))).isNotEqualTo(0xff0000);
        }
    }

    @Test
    void aBillWithoutLinesPeriodOrPlaceIsAPaperToo() {
        Bill b = new Bill(1, 1, "B-1", 7, "Grace", null, null, null, kes(0), Bill.State.PAID, Samples.ISSUED, null, null, List.of());
        assertThat(print(english, b, IN_TIME).text()).contains("B-1", "PAID", "KES 0.00").doesNotContain("Period", "Due");
    }
}

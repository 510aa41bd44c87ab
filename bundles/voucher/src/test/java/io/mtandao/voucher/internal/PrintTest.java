package io.mtandao.voucher.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Conflict;
import io.mtandao.api.billing.Papers.Paper;
import io.mtandao.api.voucher.Voucher;
import io.mtandao.api.voucher.VoucherBatch;
import io.mtandao.testing.db.TestDatabase.Kind;
import io.mtandao.voucher.internal.kit.Isp;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PrintTest {
    private static final String KINDS = "io.mtandao.testing.db.TestDatabase#kinds";

    private static String text(Paper paper) throws IOException {
        try (PDDocument document = Loader.loadPDF(paper.content())) {
            return new PDFTextStripper().getText(document);
        }
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void theSheetHasEveryUnusedCodeOfTheBatchOnceAndNoOther(Kind kind) throws Exception {
        Isp isp = Isp.on(kind);
        isp.moneyBatch(5, 100);
        VoucherBatch batch = isp.packageBatch(1_000, isp.sells("Daily", 50));
        List<Voucher> cards = isp.all(batch);
        isp.redeems(cards.get(0).code(), "0722111222");
        isp.vouchers.withdrawOne(isp.owner, cards.get(999).id(), "torn");
        Paper paper = isp.vouchers.printSheet(isp.owner, batch.id());
        assertThat(paper).extracting(Paper::fileName, Paper::mediaType).containsExactly("vouchers-cards-of-daily.pdf", "application/pdf");
        List<String> printed = text(paper).lines().flatMap(l -> List.of(l.split("\\s+")).stream()).filter(w -> w.matches("WIFI-.*")).sorted().toList();
        assertThat(printed).isEqualTo(cards.subList(1, 999).stream().map(Voucher::code).sorted().toList());
        assertThat(isp.audit).contains("owner voucher.print voucher-batch/%d {codes=998}".formatted(batch.id()));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aMoneyCardShowsItsValueAndTheLastDayInTheIspsLanguage(Kind kind) throws Exception {
        Isp isp = Isp.on(kind);
        isp.language = "sw";
        VoucherBatch batch = isp.moneyBatch(1, 1500);
        assertThat(text(isp.vouchers.printSheet(isp.owner, batch.id())))
            .contains("Acme Networks", "KES 1,500.00", "Tumia kabla ya mwisho wa 28 Des 2026", "Msaada: 0700 123 456", isp.codeOf(batch));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void nothingIsPrintedThatIsWorthNothing(Kind kind) {
        Isp isp = Isp.on(kind);
        VoucherBatch withdrawn = isp.moneyBatch(2, 100), over = isp.moneyBatch(2, 100);
        isp.vouchers.withdraw(isp.owner, withdrawn.id(), "lost");
        assertThatThrownBy(() -> isp.vouchers.printSheet(isp.owner, withdrawn.id())).isInstanceOf(Conflict.class)
            .hasMessage("no unused code is left in this batch");
        Isp.CLOCK.set(Instant.parse("2026-12-28T21:00:00Z"));
        assertThatThrownBy(() -> isp.vouchers.printSheet(isp.owner, over.id())).isInstanceOf(Conflict.class);
        assertThat(isp.audit).noneMatch(a -> a.contains("print"));
    }
}

package io.mtandao.ui.fake;

import io.mtandao.api.Caller;
import io.mtandao.api.billing.Papers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** Papers that say which they are. */
public final class FakePapers implements Papers {
    @Override
    public Paper bill(Caller caller, long billId) {
        return new Paper("bill-" + billId + ".pdf", "application/pdf", ("%PDF-1.7 bill " + billId).getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public Paper statement(Caller caller, long subscriberId, LocalDate from, LocalDate to) {
        return new Paper("statement-" + subscriberId + ".pdf", "application/pdf", ("%PDF-1.7 statement " + from + " " + to).getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String publicLink(Caller caller, long billId) {
        return "/papers/Zm9v" + billId;
    }

    @Override
    public Paper byLink(String token) {
        throw new UnsupportedOperationException("not for the UI");
    }
}

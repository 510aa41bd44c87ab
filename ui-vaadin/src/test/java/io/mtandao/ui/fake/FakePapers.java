package io.mtandao.ui.fake;

import io.mtandao.api.Caller;
import io.mtandao.api.NotFound;
import io.mtandao.api.billing.Papers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** Papers whose content only says what they are. */
public final class FakePapers implements Papers {
    @Override
    public Paper bill(Caller caller, long billId) {
        return paper("bill-" + billId);
    }

    @Override
    public Paper statement(Caller caller, long subscriberId, LocalDate from, LocalDate to) {
        return paper("statement-" + subscriberId + "-" + from + "-" + to);
    }

    @Override
    public String publicLink(Caller caller, long billId) {
        return "/papers/t" + billId;
    }

    @Override
    public Paper byLink(String token) {
        throw new NotFound("paper");
    }

    static Paper paper(String name) {
        return new Paper(name + ".pdf", "application/pdf", ("%PDF-1.7 " + name).getBytes(StandardCharsets.US_ASCII));
    }
}

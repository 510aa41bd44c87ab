package io.mtandao.api.billing;

import io.mtandao.api.Caller;
import java.time.LocalDate;

/**
 * Bills and statements as PDF, with the ISP's name, logo and colour, and a QR code that pays.
 *
 * <p>To be called outside a unit of work, since making a paper asks payment plugins: within one, every method throws an {@link IllegalStateException}.
 */
public interface Papers {
    Paper bill(Caller caller, long billId);

    /** @param from first day @param to last day, in the ISP's zone */
    Paper statement(Caller caller, long subscriberId, LocalDate from, LocalDate to);

    /** A link by which anybody can read this one bill, for 90 days: to be sent to the subscriber. @return the path, for example {@code /papers/…} */
    String publicLink(Caller caller, long billId);

    /**
     * What a public link shows; no caller, the token is the right. The audit log tells of it, once a day for each link.
     *
     * @throws io.mtandao.api.NotFound when the token is forged, over, or its bill is gone
     */
    Paper byLink(String token);

    record Paper(String fileName, String mediaType, byte[] content) {}
}

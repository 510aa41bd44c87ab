package io.mtandao.testing.routeros;

/**
 * A subscriber's live connection.
 *
 * @param id        in /ppp/active
 * @param profile   the profile it was opened with; later changes of secret or profile do not touch it
 * @param rateLimit what the profile allowed then, upload first, or ""
 */
public record PppSession(String id, String user, String address, String profile, String rateLimit) {
}

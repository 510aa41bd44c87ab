package io.mtandao.testing.routeros;

/**
 * A device that is logged in at the portal.
 *
 * @param id        in /ip/hotspot/active
 * @param profile   the profile it logged in with; later changes of user or profile do not touch it
 * @param rateLimit what the profile allowed then, upload first, or ""
 */
public record HotspotSession(String id, String user, String mac, String profile, String rateLimit) {
}

package io.mtandao.extension.internal.call;

import java.time.Duration;

/**
 * How a call is to be treated.
 *
 * @param loader context class loader for it, the plugin's own
 * @param limit null for the operator's
 * @param always also when calls are held back: for a person's test
 * @param perVendor whether a vendor's silence says something about the next call; not so for routers, each of which is a vendor of its own
 */
public record Terms(ClassLoader loader, Duration limit, boolean always, boolean perVendor) {}

/** What plugins share when they speak to vendors over the network: one exchange with its limits, and hosts that may not be reached. */
@org.osgi.annotation.versioning.Version("1.0.0")
package io.mtandao.spi.net;

/** Ways to let subscribers on to a network. */
@org.osgi.annotation.versioning.Version("1.0.0")
package io.mtandao.spi.network;

/** Ways to pay. Plugins parse and verify; the platform decides and books. */
@org.osgi.annotation.versioning.Version("1.0.0")
package io.mtandao.spi.payment;

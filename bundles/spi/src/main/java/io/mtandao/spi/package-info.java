/** What every plugin implements: it describes itself, has typed settings, can be tested, and may be called back by its vendor. */
@org.osgi.annotation.versioning.Version("1.0.0")
package io.mtandao.spi;

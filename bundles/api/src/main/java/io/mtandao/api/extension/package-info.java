/** Plugins as an ISP sees them: what is installed, what is enabled, how it is set. */
@org.osgi.annotation.versioning.Version("1.0.0")
package io.mtandao.api.extension;

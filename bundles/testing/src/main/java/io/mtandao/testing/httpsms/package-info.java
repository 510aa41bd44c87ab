/** Some SMS gateway with an HTTP interface, as there are hundreds, and its faults. */
@org.osgi.annotation.versioning.Version("1.0.0")
package io.mtandao.testing.httpsms;

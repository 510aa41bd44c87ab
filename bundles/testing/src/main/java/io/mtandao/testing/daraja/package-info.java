/** Safaricom's Daraja as we know it (reference/protocols.md 1), its subscribers and its faults. */
@org.osgi.annotation.versioning.Version("1.0.0")
package io.mtandao.testing.daraja;

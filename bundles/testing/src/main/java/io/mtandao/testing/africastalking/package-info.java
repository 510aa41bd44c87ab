/** Africa's Talking as we know it (reference/protocols.md 6), and its faults. */
@org.osgi.annotation.versioning.Version("1.0.0")
package io.mtandao.testing.africastalking;

/** Meta's WhatsApp Cloud API as we know it (reference/protocols.md 8), and its faults. */
@org.osgi.annotation.versioning.Version("1.0.0")
package io.mtandao.testing.whatsapp;

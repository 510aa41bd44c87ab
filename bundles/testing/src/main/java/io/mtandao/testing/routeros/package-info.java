/**
 * A router of MikroTik's make, played in this JVM: it speaks the RouterOS binary API on loopback and misbehaves on demand. For tests
 * of everything that talks to routers, and for the demo. It shares no code with the product's client, so that an error in one of them
 * is not mirrored by the other.
 */
package io.mtandao.testing.routeros;

/** What the simulated HTTP vendors share: a server on loopback, faults, and callbacks that come late, twice, out of order or never. */
@org.osgi.annotation.versioning.Version("1.0.0")
package io.mtandao.testing.simulator;

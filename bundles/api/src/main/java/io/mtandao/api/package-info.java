/** The words that every part of the platform shares: who calls, for which tenant, how much money, and what can be wrong. */
@org.osgi.annotation.versioning.Version("1.0.0")
package io.mtandao.api;

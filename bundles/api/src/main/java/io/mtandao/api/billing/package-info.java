/** What an ISP sells and to whom: subscribers, packages, subscriptions, bills, the ledger. */
@org.osgi.annotation.versioning.Version("1.0.0")
package io.mtandao.api.billing;

/** Money from outside: requests to pay, payments, unmatched money. */
@org.osgi.annotation.versioning.Version("1.0.0")
package io.mtandao.api.payment;

/** Codes that are sold in advance and turned into time or money. */
@org.osgi.annotation.versioning.Version("1.0.0")
package io.mtandao.api.voucher;

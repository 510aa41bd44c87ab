/** What every plugin must fulfil, by kind, as abstract JUnit tests; and how a test makes typed settings and a tenant's context. */
@org.osgi.annotation.versioning.Version("1.0.0")
package io.mtandao.testing.contract;

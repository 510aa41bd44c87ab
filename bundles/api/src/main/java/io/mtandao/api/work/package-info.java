/** Events and jobs: what happens after a change, written in the change's own transaction. */
@org.osgi.annotation.versioning.Version("1.0.0")
package io.mtandao.api.work;

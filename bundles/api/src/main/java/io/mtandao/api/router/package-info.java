/** The ISP's routers and what each subscription is to have on them. */
@org.osgi.annotation.versioning.Version("1.0.0")
package io.mtandao.api.router;

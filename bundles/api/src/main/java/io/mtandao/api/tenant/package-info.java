/** ISPs and their people: registration, staff, sessions, API keys, settings, branding, audit, and the platform's operator. */
@org.osgi.annotation.versioning.Version("1.0.0")
package io.mtandao.api.tenant;

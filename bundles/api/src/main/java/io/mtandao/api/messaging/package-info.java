/** Words to people: templates, the log of messages, mail. */
@org.osgi.annotation.versioning.Version("1.0.0")
package io.mtandao.api.messaging;

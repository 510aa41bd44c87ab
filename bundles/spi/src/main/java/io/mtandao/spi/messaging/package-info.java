/** Ways to reach people: SMS, WhatsApp, mail. */
@org.osgi.annotation.versioning.Version("1.0.0")
package io.mtandao.spi.messaging;

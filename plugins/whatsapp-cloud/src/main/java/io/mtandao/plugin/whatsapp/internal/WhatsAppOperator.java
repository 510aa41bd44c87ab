package io.mtandao.plugin.whatsapp.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What the platform's operator may change in {@code etc/io.mtandao.plugin.whatsapp.cfg}; a simulator is named here. */
@ObjectClassDefinition(id = WhatsAppOperator.PID, name = "WhatsApp (platform)")
public @interface WhatsAppOperator {
    String PID = "io.mtandao.plugin.whatsapp";

    @AttributeDefinition(description = "Address of Meta's Graph API")
    String graphUrl() default "https://graph.facebook.com";

    @AttributeDefinition(description = "Milliseconds to wait for a connection")
    int connectMillis() default 5_000;

    @AttributeDefinition(description = "Milliseconds to wait for a whole reply")
    int replyMillis() default 15_000;
}

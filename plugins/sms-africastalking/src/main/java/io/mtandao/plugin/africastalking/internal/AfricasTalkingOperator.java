package io.mtandao.plugin.africastalking.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What the platform's operator may change in {@code etc/io.mtandao.plugin.africastalking.cfg}; a simulator is named here. */
@ObjectClassDefinition(id = AfricasTalkingOperator.PID, name = "Africa's Talking (platform)")
public @interface AfricasTalkingOperator {
    String PID = "io.mtandao.plugin.africastalking";

    @AttributeDefinition(description = "Address of the vendor")
    String productionUrl() default "https://api.africastalking.com";

    @AttributeDefinition(description = "Address of the vendor's sandbox")
    String sandboxUrl() default "https://api.sandbox.africastalking.com";

    @AttributeDefinition(description = "Milliseconds to wait for a connection")
    int connectMillis() default 5_000;

    @AttributeDefinition(description = "Milliseconds to wait for a whole reply")
    int replyMillis() default 15_000;
}

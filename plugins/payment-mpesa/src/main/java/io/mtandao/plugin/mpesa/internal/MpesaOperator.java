package io.mtandao.plugin.mpesa.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What the platform's operator may change in {@code etc/io.mtandao.plugin.mpesa.cfg}; a simulator is named here. */
@ObjectClassDefinition(id = MpesaOperator.PID, name = "M-Pesa (platform)")
public @interface MpesaOperator {
    String PID = "io.mtandao.plugin.mpesa";

    @AttributeDefinition(description = "Daraja for going live")
    String productionUrl() default "https://api.safaricom.co.ke";

    @AttributeDefinition(description = "Daraja for trying out")
    String sandboxUrl() default "https://sandbox.safaricom.co.ke";

    @AttributeDefinition(description = "Version of the C2B register URL operation: v1 or v2")
    String c2bVersion() default "v2";

    @AttributeDefinition(description = "Milliseconds to wait for a connection")
    int connectMillis() default 5_000;

    @AttributeDefinition(description = "Milliseconds to wait for a whole reply")
    int replyMillis() default 15_000;
}

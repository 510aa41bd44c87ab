package io.mtandao.plugin.acme.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What the platform's operator may change in {@code etc/io.mtandao.plugin.acme.cfg}; a simulator is named here. */
@ObjectClassDefinition(id = AcmeOperator.PID, name = "Acme (platform)")
public @interface AcmeOperator {
    String PID = "io.mtandao.plugin.acme";

    @AttributeDefinition(description = "Address of the vendor")
    String url() default "https://api.acme.example";

    @AttributeDefinition(description = "Milliseconds to wait for a connection")
    int connectMillis() default 5_000;

    @AttributeDefinition(description = "Milliseconds to wait for a whole reply")
    int replyMillis() default 15_000;
}

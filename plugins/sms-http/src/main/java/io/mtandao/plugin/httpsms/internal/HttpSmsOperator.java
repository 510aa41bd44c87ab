package io.mtandao.plugin.httpsms.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What the platform's operator may change in {@code etc/io.mtandao.plugin.httpsms.cfg}. */
@ObjectClassDefinition(id = HttpSmsOperator.PID, name = "SMS by HTTP (platform)")
public @interface HttpSmsOperator {
    String PID = "io.mtandao.plugin.httpsms";

    @AttributeDefinition(description = "Milliseconds to wait for a connection")
    int connectMillis() default 5_000;

    @AttributeDefinition(description = "Milliseconds to wait for a whole reply")
    int replyMillis() default 15_000;

    @AttributeDefinition(description = "Whether an ISP may name a gateway with a private or loopback address; off, so that nobody explores the platform's network")
    boolean allowPrivateHosts() default false;
}

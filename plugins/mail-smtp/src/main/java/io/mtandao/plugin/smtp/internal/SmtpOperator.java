package io.mtandao.plugin.smtp.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What the platform's operator may change in {@code etc/io.mtandao.plugin.smtp.cfg}. */
@ObjectClassDefinition(id = SmtpOperator.PID, name = "SMTP (platform)")
public @interface SmtpOperator {
    String PID = "io.mtandao.plugin.smtp";

    @AttributeDefinition(description = "Milliseconds to wait for a connection")
    int connectMillis() default 5_000;

    @AttributeDefinition(description = "Milliseconds to wait for each reply, and for each write")
    int replyMillis() default 15_000;

    @AttributeDefinition(description = "Whether an ISP may name a mail server with a private or loopback address; off, so that nobody explores the platform's network")
    boolean allowPrivateHosts() default false;
}

package io.mtandao.demo.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What may be changed in {@code etc/io.mtandao.demo.cfg}. */
@ObjectClassDefinition(id = DemoSettings.PID, name = "Demo", description = "The played vendors on loopback")
public @interface DemoSettings {
    String PID = "io.mtandao.demo";

    @AttributeDefinition(description = "Port of M-Pesa")
    int mpesaPort() default 18080;

    @AttributeDefinition(description = "Port of the SMS gateway")
    int smsPort() default 18081;

    @AttributeDefinition(description = "API port of the router of Savanna Net")
    int savannaRouterPort() default 18728;

    @AttributeDefinition(description = "API port of the router of Pwani Fibre")
    int pwaniRouterPort() default 18738;

    @AttributeDefinition(description = "Milliseconds until a subscriber who is asked to pay has paid")
    int payAfterMillis() default 3_000;
}

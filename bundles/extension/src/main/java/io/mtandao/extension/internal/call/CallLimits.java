package io.mtandao.extension.internal.call;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The operator's limits on calls into plugins (configuration pid {@code io.mtandao.extension}). */
@ObjectClassDefinition(id = "io.mtandao.extension", name = "Plugin calls", description = "Limits that keep one ISP's broken plugin from slowing others")
public @interface CallLimits {
    @AttributeDefinition(name = "Threads", description = "For all calls into plugins together; one plugin gets at most half of them", min = "4")
    int threads() default 200;

    @AttributeDefinition(name = "Calls at once", description = "Of one ISP into one plugin", min = "1")
    int callsAtOnce() default 8;

    @AttributeDefinition(name = "Time limit", description = "Seconds that a call may last", min = "1")
    int timeLimitSeconds() default 15;

    @AttributeDefinition(name = "Time limit of a test", description = "Seconds that a test of the connection may last", min = "1")
    int testLimitSeconds() default 20;

    @AttributeDefinition(name = "Failures", description = "In a row, after which calls of that ISP into that plugin are held back", min = "1")
    int failures() default 5;

    @AttributeDefinition(name = "Pause", description = "Seconds that calls are held back before one is let through again", min = "1")
    int pauseSeconds() default 30;
}

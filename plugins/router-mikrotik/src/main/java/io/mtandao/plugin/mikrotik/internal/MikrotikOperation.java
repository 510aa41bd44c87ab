package io.mtandao.plugin.mikrotik.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What the platform's operator may tune for all ISPs, through Configuration Admin under the component's name. */
@ObjectClassDefinition(name = "%name", description = "%help", localization = "OSGI-INF/l10n/mikrotik-operation")
public @interface MikrotikOperation {

    @AttributeDefinition(name = "%connectSeconds.name", description = "%connectSeconds.help", min = "1", max = "60")
    int connectSeconds() default 5;

    @AttributeDefinition(name = "%loginSeconds.name", description = "%loginSeconds.help", min = "1", max = "60")
    int loginSeconds() default 5;

    @AttributeDefinition(name = "%commandSeconds.name", description = "%commandSeconds.help", min = "1", max = "300")
    int commandSeconds() default 15;

    @AttributeDefinition(name = "%idleSeconds.name", description = "%idleSeconds.help", min = "1", max = "540")
    int idleSeconds() default 60;

    @AttributeDefinition(name = "%maxOpenRouters.name", description = "%maxOpenRouters.help", min = "0", max = "10000")
    int maxOpenRouters() default 500;
}

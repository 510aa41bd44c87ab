package io.mtandao.plugin.mikrotik.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** How one ISP wants its routers kept. The texts are in OSGI-INF/l10n/mikrotik. */
@ObjectClassDefinition(id = "io.mtandao.plugin.mikrotik.internal.MikrotikSettings", pid = "io.mtandao.plugin.mikrotik.internal.MikrotikSettings",
        name = "%name", localization = "OSGI-INF/l10n/mikrotik")
public @interface MikrotikSettings {

    @AttributeDefinition(name = "%service.name", description = "%service.help",
            options = {@Option(label = "%service.pppoe", value = "pppoe"), @Option(label = "%service.any", value = "any")})
    String service() default "pppoe";

    @AttributeDefinition(name = "%disableSuspended.name", description = "%disableSuspended.help")
    boolean disableSuspended() default true;

    @AttributeDefinition(name = "%suspendedProfile.name", description = "%suspendedProfile.help", required = false)
    String suspendedProfile() default "";

    @AttributeDefinition(name = "%newProfileLike.name", description = "%newProfileLike.help")
    String newProfileLike() default "default";

    @AttributeDefinition(name = "%correctSpeed.name", description = "%correctSpeed.help")
    boolean correctSpeed() default true;

    @AttributeDefinition(name = "%hotspotServer.name", description = "%hotspotServer.help")
    String hotspotServer() default "all";

    @AttributeDefinition(name = "%hotspotProfileLike.name", description = "%hotspotProfileLike.help")
    String hotspotProfileLike() default "default";

    @AttributeDefinition(name = "%cutList.name", description = "%cutList.help")
    String cutList() default "mtandao-cut";

    @AttributeDefinition(name = "%makeCutRule.name", description = "%makeCutRule.help")
    boolean makeCutRule() default true;

    @AttributeDefinition(name = "%dhcpServer.name", description = "%dhcpServer.help", required = false)
    String dhcpServer() default "";

    @AttributeDefinition(name = "%allowPlain.name", description = "%allowPlain.help")
    boolean allowPlain() default false;

    @AttributeDefinition(name = "%legacyLogin.name", description = "%legacyLogin.help")
    boolean legacyLogin() default false;
}

package io.mtandao.plugin.africastalking.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** An ISP's account at Africa's Talking. */
@ObjectClassDefinition(id = "io.mtandao.plugin.africastalking.internal.AfricasTalkingSettings",
    pid = "io.mtandao.plugin.africastalking.internal.AfricasTalkingSettings", name = "%name", localization = "OSGI-INF/l10n/africastalking")
public @interface AfricasTalkingSettings {
    String SANDBOX = "sandbox";

    @AttributeDefinition(name = "%environment", description = "%environment.help", options = {
        @Option(label = "%environment.production", value = "production"),
        @Option(label = "%environment.sandbox", value = SANDBOX)})
    String environment() default "production";

    @AttributeDefinition(name = "%username", description = "%username.help")
    String username();

    @AttributeDefinition(name = "%apiKey", description = "%apiKey.help", type = AttributeType.PASSWORD)
    String apiKey();

    @AttributeDefinition(name = "%senderId", description = "%senderId.help", required = false)
    String senderId() default "";
}

package io.mtandao.plugin.whatsapp.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** An ISP's WhatsApp number and the Meta app it belongs to. */
@ObjectClassDefinition(id = "io.mtandao.plugin.whatsapp.internal.WhatsAppSettings", pid = "io.mtandao.plugin.whatsapp.internal.WhatsAppSettings",
    name = "%name", localization = "OSGI-INF/l10n/whatsapp")
public @interface WhatsAppSettings {
    @AttributeDefinition(name = "%phoneNumberId", description = "%phoneNumberId.help")
    String phoneNumberId();

    @AttributeDefinition(name = "%accessToken", description = "%accessToken.help", type = AttributeType.PASSWORD)
    String accessToken();

    @AttributeDefinition(name = "%appSecret", description = "%appSecret.help", type = AttributeType.PASSWORD)
    String appSecret();

    @AttributeDefinition(name = "%verifyToken", description = "%verifyToken.help", type = AttributeType.PASSWORD)
    String verifyToken();

    /** Meta retires a version after about two years. */
    @AttributeDefinition(name = "%apiVersion", description = "%apiVersion.help")
    String apiVersion() default "v23.0";
}

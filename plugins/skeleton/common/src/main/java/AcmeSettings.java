package io.mtandao.plugin.acme.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What an ISP enters. The platform draws the form from it, checks, encrypts and stores; id and pid are this type's own name. */
@ObjectClassDefinition(id = "io.mtandao.plugin.acme.internal.AcmeSettings", pid = "io.mtandao.plugin.acme.internal.AcmeSettings", name = "%name",
    localization = "OSGI-INF/l10n/acme")
public @interface AcmeSettings {
    @AttributeDefinition(name = "%apiKey", description = "%apiKey.help", type = AttributeType.PASSWORD)
    String apiKey();
}

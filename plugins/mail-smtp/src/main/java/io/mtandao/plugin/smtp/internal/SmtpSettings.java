package io.mtandao.plugin.smtp.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** An ISP's mail server and the name it writes in. */
@ObjectClassDefinition(id = "io.mtandao.plugin.smtp.internal.SmtpSettings", pid = "io.mtandao.plugin.smtp.internal.SmtpSettings", name = "%name",
    localization = "OSGI-INF/l10n/smtp")
public @interface SmtpSettings {
    String STARTTLS = "starttls";
    String TLS = "tls";
    String NONE = "none";

    @AttributeDefinition(name = "%host", description = "%host.help")
    String host();

    @AttributeDefinition(name = "%port", description = "%port.help", min = "1", max = "65535")
    int port() default 587;

    @AttributeDefinition(name = "%security", description = "%security.help", options = {
        @Option(label = "%security.starttls", value = STARTTLS),
        @Option(label = "%security.tls", value = TLS),
        @Option(label = "%security.none", value = NONE)})
    String security() default STARTTLS;

    @AttributeDefinition(name = "%username", description = "%username.help", required = false)
    String username() default "";

    @AttributeDefinition(name = "%password", description = "%password.help", type = AttributeType.PASSWORD, required = false)
    String password() default "";

    @AttributeDefinition(name = "%from", description = "%from.help")
    String from();

    @AttributeDefinition(name = "%fromName", description = "%fromName.help", required = false)
    String fromName() default "";
}

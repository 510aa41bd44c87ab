package io.mtandao.plugin.httpsms.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** How an ISP's SMS gateway wants to be spoken to. The words {to} {text} {from} {id} {callback} stand for a message's parts. */
@ObjectClassDefinition(id = "io.mtandao.plugin.httpsms.internal.HttpSmsSettings", pid = "io.mtandao.plugin.httpsms.internal.HttpSmsSettings",
    name = "%name", localization = "OSGI-INF/l10n/httpsms")
public @interface HttpSmsSettings {
    @AttributeDefinition(name = "%method", description = "%method.help",
        options = {@Option(label = "%method.post", value = "POST"), @Option(label = "%method.get", value = "GET")})
    String method() default "POST";

    @AttributeDefinition(name = "%url", description = "%url.help")
    String url();

    @AttributeDefinition(name = "%bodyType", description = "%bodyType.help", options = {
        @Option(label = "%bodyType.form", value = "form"), @Option(label = "%bodyType.json", value = "json"),
        @Option(label = "%bodyType.xml", value = "xml"), @Option(label = "%bodyType.text", value = "text")})
    String bodyType() default "form";

    @AttributeDefinition(name = "%body", description = "%body.help", required = false)
    String body() default "to={to}&text={text}&from={from}";

    @AttributeDefinition(name = "%headers", description = "%headers.help", required = false)
    String headers() default "";

    @AttributeDefinition(name = "%auth", description = "%auth.help", options = {
        @Option(label = "%auth.none", value = "none"), @Option(label = "%auth.basic", value = "basic"), @Option(label = "%auth.bearer", value = "bearer"),
        @Option(label = "%auth.header", value = "header"), @Option(label = "%auth.query", value = "query")})
    String auth() default "none";

    @AttributeDefinition(name = "%authName", description = "%authName.help", required = false)
    String authName() default "";

    @AttributeDefinition(name = "%authSecret", description = "%authSecret.help", type = AttributeType.PASSWORD, required = false)
    String authSecret() default "";

    @AttributeDefinition(name = "%from", description = "%from.help", required = false)
    String from() default "";

    @AttributeDefinition(name = "%numberFormat", description = "%numberFormat.help", options = {
        @Option(label = "%numberFormat.plus", value = "plus"), @Option(label = "%numberFormat.digits", value = "digits")})
    String numberFormat() default "plus";

    @AttributeDefinition(name = "%successStatus", description = "%successStatus.help")
    String successStatus() default "200-299";

    @AttributeDefinition(name = "%successPattern", description = "%successPattern.help", required = false)
    String successPattern() default "";

    @AttributeDefinition(name = "%messageId", description = "%messageId.help", required = false)
    String messageId() default "";

    @AttributeDefinition(name = "%deliveryId", description = "%deliveryId.help")
    String deliveryId() default "id";

    @AttributeDefinition(name = "%deliveryStatus", description = "%deliveryStatus.help")
    String deliveryStatus() default "status";

    @AttributeDefinition(name = "%deliveryStates", description = "%deliveryStates.help")
    String deliveryStates() default "ACCEPTD=sent DELIVRD=delivered UNDELIV=failed EXPIRED=failed REJECTD=failed DELETED=failed";
}

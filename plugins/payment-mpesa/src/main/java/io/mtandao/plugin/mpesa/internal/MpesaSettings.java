package io.mtandao.plugin.mpesa.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** What an ISP enters: its Daraja app, its short code, and how its customers' payments are answered. */
@ObjectClassDefinition(id = "io.mtandao.plugin.mpesa.internal.MpesaSettings", pid = "io.mtandao.plugin.mpesa.internal.MpesaSettings",
    name = "%name", localization = "OSGI-INF/l10n/mpesa")
public @interface MpesaSettings {
    String SANDBOX = "sandbox";
    String TILL = "till";

    @AttributeDefinition(name = "%environment", description = "%environment.help", options = {
        @Option(label = "%environment.production", value = "production"),
        @Option(label = "%environment.sandbox", value = SANDBOX)})
    String environment() default "production";

    @AttributeDefinition(name = "%consumerKey", description = "%consumerKey.help")
    String consumerKey();

    @AttributeDefinition(name = "%consumerSecret", description = "%consumerSecret.help", type = AttributeType.PASSWORD)
    String consumerSecret();

    @AttributeDefinition(name = "%shortCode", description = "%shortCode.help")
    String shortCode();

    @AttributeDefinition(name = "%passkey", description = "%passkey.help", type = AttributeType.PASSWORD)
    String passkey();

    @AttributeDefinition(name = "%payTo", description = "%payTo.help", options = {
        @Option(label = "%payTo.paybill", value = "paybill"),
        @Option(label = "%payTo.till", value = TILL)})
    String payTo() default "paybill";

    @AttributeDefinition(name = "%till", description = "%till.help", required = false)
    String till() default "";

    @AttributeDefinition(name = "%acceptUnknownAccounts", description = "%acceptUnknownAccounts.help", required = false)
    boolean acceptUnknownAccounts() default true;

    @AttributeDefinition(name = "%registerUrls", description = "%registerUrls.help", required = false)
    boolean registerUrls() default false;

    @AttributeDefinition(name = "%ifNoAnswer", description = "%ifNoAnswer.help", options = {
        @Option(label = "%ifNoAnswer.completed", value = "Completed"),
        @Option(label = "%ifNoAnswer.cancelled", value = "Cancelled")})
    String ifNoAnswer() default "Completed";
}

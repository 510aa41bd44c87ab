package io.mtandao.plugin.cash.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How an ISP's desk takes money. */
@ObjectClassDefinition(id = "io.mtandao.plugin.cash.internal.CashSettings", pid = "io.mtandao.plugin.cash.internal.CashSettings", name = "%name",
    localization = "OSGI-INF/l10n/cash")
public @interface CashSettings {
    @AttributeDefinition(name = "%label", description = "%label.help")
    String label() default "Cash";

    @AttributeDefinition(name = "%requireReference", description = "%requireReference.help", required = false)
    boolean requireReference() default false;
}

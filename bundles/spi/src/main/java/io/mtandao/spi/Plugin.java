package io.mtandao.spi;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A provider bundle's one component. It is registered as a service of its kind ({@code SmsGateway}, {@code PaymentMethod} …), keeps no state of any
 * tenant, and is called from several threads.
 *
 * @param <S> the tenant's settings: an annotation type with {@code @ObjectClassDefinition(id = …, pid = …)}; both the same and equal to the
 *     annotation type's full name. PASSWORD attributes are stored encrypted and never shown again.
 */
@ConsumerType
public interface Plugin<S> {
    PluginDescription describe();

    /** The annotation type that {@code S} is. */
    Class<S> settingsType();

    /** Tries out the settings against the vendor without moving money or sending anything. Runs for at most 20 s. */
    Health test(TenantContext<S> context);
}

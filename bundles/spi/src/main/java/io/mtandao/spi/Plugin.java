package io.mtandao.spi;

import java.util.Map;
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

    /**
     * What is wrong with settings that their schema lets through: the form of an address, a field that another one demands. Asked when somebody saves them,
     * so it answers at once and calls nobody; whether the vendor takes them is for {@link #test}.
     *
     * @param settings complete, and each as its schema wants it
     * @return a text per field that says what to do ("must begin with https://"); empty when they may be stored
     */
    default Map<String, String> faults(S settings) {
        return Map.of();
    }

    /** Tries out the settings against the vendor without moving money or sending anything. Runs for at most 20 s. */
    Health test(TenantContext<S> context);
}

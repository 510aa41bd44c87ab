package io.mtandao.spi;

import io.mtandao.api.TenantId;
import org.osgi.annotation.versioning.ConsumerType;

/** Implemented by the domain bundle that a kind of plugin belongs to: has the plugin interpret a stored callback, then decides and books. Must be harmless to repeat. */
@ConsumerType
public interface CallbackHandler {
    /** For example "payment". */
    String kind();

    /** Outside any unit of work. A throw leaves the callback waiting, to be tried again. */
    Outcome handle(TenantId tenant, String pluginId, RawCallback callback);

    /** @param accepted false puts it into quarantine */
    record Outcome(boolean accepted, String detail) {}
}

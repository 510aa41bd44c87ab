package io.mtandao.tenant.internal;

import io.mtandao.api.TenantId;
import io.mtandao.api.tenant.TenantSettings;
import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * ISPs' settings as this node last read them, each good as long as its row has the same version: asking for the version costs a number, the settings themselves a
 * picture of up to 200 kB. Softly held, so that many logos give way before the memory does.
 */
final class KnownSettings {
    private static final int MOST = 1000;
    private final Map<TenantId, SoftReference<TenantSettings>> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TenantId, SoftReference<TenantSettings>> eldest) {
            return size() > MOST;
        }
    };

    /** @return null when they are not known at this version */
    synchronized TenantSettings at(TenantId tenant, int version) {
        SoftReference<TenantSettings> kept = known.get(tenant);
        TenantSettings settings = kept == null ? null : kept.get();
        return settings != null && settings.version() == version ? settings : null;
    }

    /** Only what is committed: a version that was rolled back comes again with other content. */
    synchronized void keep(TenantId tenant, TenantSettings committed) {
        known.put(tenant, new SoftReference<>(committed));
    }
}

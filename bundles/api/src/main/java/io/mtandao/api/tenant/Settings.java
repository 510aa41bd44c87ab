package io.mtandao.api.tenant;

import io.mtandao.api.Caller;

/** Reads and changes the ISP's settings. {@code messageChannels} is the order of channels, for example {@code sms,whatsapp}. */
public interface Settings {
    TenantSettings get(Caller caller);

    /**
     * Slug and country cannot be changed here; the version must be the one that was read.
     *
     * @throws io.mtandao.api.Stale when it is not
     */
    TenantSettings update(Caller caller, TenantSettings changed);
}

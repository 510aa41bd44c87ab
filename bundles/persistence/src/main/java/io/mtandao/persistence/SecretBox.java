package io.mtandao.persistence;

import io.mtandao.api.TenantId;

/** Secrets at rest: AES-256-GCM with key ids; tenant and purpose are authenticated, so a sealed text moved to another tenant or column does not open. */
public interface SecretBox {
    /** @return text of about 60 characters more than four thirds of the clear one */
    String seal(TenantId tenant, String purpose, String clear);

    /** @throws IllegalStateException when it was not sealed for this tenant and purpose, or the key is gone */
    String open(TenantId tenant, String purpose, String sealed);
}

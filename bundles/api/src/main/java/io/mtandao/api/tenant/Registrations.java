package io.mtandao.api.tenant;

import io.mtandao.api.Origin;
import io.mtandao.api.TenantId;

/** The public door by which an ISP comes in. */
public interface Registrations {
    /**
     * Makes tenant, owner account, default settings, templates and jobs in one transaction.
     *
     * @throws io.mtandao.api.Conflict when the slug is taken
     * @throws io.mtandao.api.Invalid with a text per field, named {@code isp.slug}, {@code owner.password} …
     */
    Registered register(NewIsp isp, NewOwner owner, Origin origin);

    /** @param slug short name: 3 to 40 of a-z, 0-9 and '-' @param country ISO 3166 two letters @param timeZone IANA name */
    record NewIsp(String name, String slug, String country, String currency, String timeZone) {}

    /** @param phone any spelling of the country; kept as E.164 */
    record NewOwner(String fullName, String email, String phone, String password) {}

    record Registered(TenantId tenantId, String slug) {}
}

package io.mtandao.api.billing;

import io.mtandao.api.TenantId;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Offered as a service by whoever keeps records that name a package or a subscriber of billing and must not outlive it, which billing itself cannot know.
 * Asked within the unit of work that is about to delete; what is in use is then archived, or refused, and not left to the database's keys.
 */
@ConsumerType
public interface Dependents {
    /** @return what depends on it, in words that go on "… depend on it", for example "vouchers"; empty when nothing does */
    Optional<String> onPackage(TenantId tenant, long packageId);

    /** As {@link #onPackage}. */
    Optional<String> onSubscriber(TenantId tenant, long subscriberId);
}

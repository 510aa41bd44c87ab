package io.mtandao.persistence;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.persistence.Column;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.MappedSuperclass;
import javax.persistence.PrePersist;
import javax.persistence.PreUpdate;
import javax.persistence.SequenceGenerator;
import javax.persistence.Version;
import org.eclipse.persistence.annotations.ChangeTracking;
import org.eclipse.persistence.annotations.ChangeTrackingType;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/**
 * What every tenant-owned row has: the composite key (tenant_id, id), an optimistic version and two instants. The tenant column is filled by
 * EclipseLink from the unit of work; {@code find(X, id)} takes the plain id.
 */
@MappedSuperclass
@ChangeTracking(ChangeTrackingType.ATTRIBUTE)
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "tenant_id", contextProperty = "eclipselink.tenant-id", primaryKey = true, length = 36)
public abstract class TenantEntity {
    private static volatile Clock clock = Clock.systemUTC();

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "mtandao_ids")
    @SequenceGenerator(name = "mtandao_ids", sequenceName = "mtandao_ids", allocationSize = 500)
    private Long id;

    @Version
    @Column(nullable = false)
    private int version;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    protected TenantEntity() {}

    /** The platform's clock, so that tests move these columns too. */
    public static void tellTime(Clock platformClock) {
        clock = platformClock;
    }

    @PrePersist
    void stampNew() {
        // a creation time that was set by hand (import of history) is kept
        if (createdAt == null) createdAt = now();
        updatedAt = now();
    }

    @PreUpdate
    void stampChanged() {
        updatedAt = now();
    }

    private static Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    public Long getId() {
        return id;
    }

    public int getVersion() {
        return version;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public Instant getUpdatedAt() {
        return updatedAt;
    }

    /** @throws io.mtandao.api.Stale when the caller read another version */
    public void expectVersion(int read, String what) {
        if (read != version) throw new io.mtandao.api.Stale(what);
    }
}

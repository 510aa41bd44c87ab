package io.mtandao.persistence.internal;

import io.mtandao.api.Conflict;
import io.mtandao.api.TenantId;
import io.mtandao.persistence.Directory;
import io.mtandao.persistence.TenantTx;
import io.mtandao.persistence.internal.entity.DirectoryEntry;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The directory in one platform table. */
@Component
public final class JpaDirectory implements Directory {
    private final TenantTx tx;

    @Activate
    public JpaDirectory(@Reference TenantTx tx) {
        this.tx = tx;
    }

    @Override
    public Optional<Entry> find(Kind kind, String key) {
        return tx.platform("directory", em -> Optional.ofNullable(em.find(DirectoryEntry.class, key(kind, key))).map(JpaDirectory::entry));
    }

    @Override
    public void claim(Kind kind, String key, TenantId tenant, String ref) {
        tx.platform("directory", em -> {
            if (em.find(DirectoryEntry.class, key(kind, key)) != null) throw new Conflict(kind.name().toLowerCase(Locale.ROOT) + " is taken");
            em.persist(new DirectoryEntry(kind.name(), key, tenant.value(), ref));
            em.flush();
            return null;
        });
    }

    @Override
    public void release(Kind kind, String key) {
        tx.platform("directory", em -> {
            DirectoryEntry found = em.find(DirectoryEntry.class, key(kind, key));
            if (found != null) em.remove(found);
            em.flush();
            return null;
        });
    }

    @Override
    public List<Entry> ofTenant(TenantId tenant, Kind kind) {
        return tx.platform("directory", em -> em.createQuery("select d from DirectoryEntry d where d.tenantId = ?1 and d.kind = ?2", DirectoryEntry.class)
            .setParameter(1, tenant.value()).setParameter(2, kind.name()).getResultList().stream().map(JpaDirectory::entry).toList());
    }

    private static DirectoryEntry.Key key(Kind kind, String key) {
        return new DirectoryEntry.Key(kind.name(), key);
    }

    private static Entry entry(DirectoryEntry d) {
        return new Entry(Kind.valueOf(d.getKind()), d.getKey(), new TenantId(d.getTenantId()), d.getRef());
    }
}

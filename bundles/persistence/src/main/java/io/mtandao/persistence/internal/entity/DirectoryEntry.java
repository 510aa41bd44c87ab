package io.mtandao.persistence.internal.entity;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Cacheable;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** One way to a tenant. A platform table: no row-level security, nothing of a tenant in it. */
@Entity
@Table(name = "platform_directory")
@IdClass(DirectoryEntry.Key.class)
// a shared cache would let another node resolve a host that has moved to another ISP to the old one
@Cacheable(false)
public class DirectoryEntry {
    @Id
    private String kind;

    @Id
    @Column(name = "lookup_key")
    private String key;

    @Column(name = "tenant_id")
    private String tenantId;

    private String ref;

    protected DirectoryEntry() {}

    public DirectoryEntry(String kind, String key, String tenantId, String ref) {
        this.kind = kind;
        this.key = key;
        this.tenantId = tenantId;
        this.ref = ref;
    }

    public String getKind() {
        return kind;
    }

    public String getKey() {
        return key;
    }

    public String getTenantId() {
        return tenantId;
    }

    public String getRef() {
        return ref;
    }

    public static class Key implements Serializable {
        private static final long serialVersionUID = 1;
        private String kind;
        private String key;

        public Key() {}

        public Key(String kind, String key) {
            this.kind = kind;
            this.key = key;
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof Key k && kind.equals(k.kind) && key.equals(k.key);
        }

        @Override
        public int hashCode() {
            return Objects.hash(kind, key);
        }
    }
}

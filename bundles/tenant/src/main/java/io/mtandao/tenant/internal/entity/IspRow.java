package io.mtandao.tenant.internal.entity;

import java.time.Instant;
import javax.persistence.Cacheable;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** One ISP as the platform knows it: a platform table, so nothing else of the tenant may ever come in here. */
@Entity
@Cacheable(false) // another node may suspend it at any moment
@Table(name = "platform_isp")
public class IspRow {
    public static final String ACTIVE = "ACTIVE";
    public static final String SUSPENDED = "SUSPENDED";

    @Id
    private String id;

    private String slug;
    private String name;
    private String state;

    @Column(name = "created_at")
    private Instant createdAt;

    protected IspRow() {}

    public IspRow(String id, String slug, String name, Instant createdAt) {
        this.id = id;
        this.slug = slug;
        this.name = name;
        this.state = ACTIVE;
        this.createdAt = createdAt;
    }

    public boolean suspended() {
        return SUSPENDED.equals(state);
    }

    public void suspend() {
        state = SUSPENDED;
    }

    public void reactivate() {
        state = ACTIVE;
    }

    public void rename(String newName) {
        name = newName;
    }

    public String getId() {
        return id;
    }

    public String getSlug() {
        return slug;
    }

    public String getName() {
        return name;
    }

    public String getState() {
        return state;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }
}

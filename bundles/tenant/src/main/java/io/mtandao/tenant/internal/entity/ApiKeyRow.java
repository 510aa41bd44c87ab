package io.mtandao.tenant.internal.entity;

import io.mtandao.api.Permission;
import io.mtandao.api.tenant.ApiKeys.ApiKey;
import io.mtandao.persistence.TenantEntity;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

/** A program's key: its hash, its last four characters, its scopes by code. */
@Entity
@Table(name = "tenant_api_key")
public class ApiKeyRow extends TenantEntity {
    private String name;
    private String hint;
    private String scopes;

    @Column(name = "key_hash")
    private String keyHash;

    /** The member of the staff behind it; null when the platform itself made it. */
    @Column(name = "maker_id")
    private Long makerId;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    protected ApiKeyRow() {}

    public ApiKeyRow(String name, String hint, Set<Permission> scopes, String keyHash, Long makerId) {
        this.name = name;
        this.hint = hint;
        this.scopes = scopes.stream().map(Permission::code).sorted().collect(Collectors.joining(","));
        this.keyHash = keyHash;
        this.makerId = makerId;
    }

    public ApiKey toApiKey() {
        return new ApiKey(getId(), name, hint, getScopes(), getCreatedAt(), lastUsedAt);
    }

    public Set<Permission> getScopes() {
        return Arrays.stream(scopes.split(",")).map(Permission::ofCode).collect(Collectors.toUnmodifiableSet());
    }

    public String subject() {
        return "api-key/" + getId();
    }

    public String getName() {
        return name;
    }

    public String getScopeText() {
        return scopes;
    }

    public String getKeyHash() {
        return keyHash;
    }

    public Long getMakerId() {
        return makerId;
    }

    public Instant getLastUsedAt() {
        return lastUsedAt;
    }
}

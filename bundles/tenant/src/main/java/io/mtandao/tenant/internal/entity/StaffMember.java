package io.mtandao.tenant.internal.entity;

import io.mtandao.api.Role;
import io.mtandao.api.tenant.Staff.Member;
import io.mtandao.persistence.TenantEntity;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;

/** One of an ISP's people. */
@Entity
@Table(name = "tenant_staff")
public class StaffMember extends TenantEntity {
    @Column(name = "full_name")
    private String fullName;

    private String email;
    private String phone;

    @Enumerated(EnumType.STRING)
    @Column(name = "staff_role")
    private Role role;

    private boolean active;

    @Column(name = "password_hash")
    private String passwordHash;

    // written by bulk updates only, so that a sign-in does not make a colleague's open form stale
    @Column(name = "last_sign_in")
    private Instant lastSignIn;

    @Column(name = "email_verified_at")
    private Instant emailVerifiedAt;

    protected StaffMember() {}

    public StaffMember(String fullName, String email, String phone, Role role, boolean active) {
        this.fullName = fullName;
        this.email = email;
        this.phone = phone;
        this.role = role;
        this.active = active;
    }

    public void change(String newName, String newEmail, String newPhone, Role newRole, boolean nowActive) {
        if (!newEmail.equals(email)) emailVerifiedAt = null;
        fullName = newName;
        email = newEmail;
        phone = newPhone;
        role = newRole;
        active = nowActive;
    }

    public void setPasswordHash(String passwordHash) {
        this.passwordHash = passwordHash;
    }

    public void emailVerified(Instant at) {
        emailVerifiedAt = at;
    }

    public Member toMember() {
        return new Member(getId(), getVersion(), fullName, email, phone, role, active, lastSignIn, getCreatedAt());
    }

    /** What the audit log shows. */
    public Map<String, Object> toAudit() {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("fullName", fullName);
        m.put("email", email);
        m.put("phone", phone);
        m.put("role", role.code());
        m.put("active", active);
        return m;
    }

    public String subject() {
        return "staff/" + getId();
    }

    public boolean activeOwner() {
        return active && role == Role.OWNER;
    }

    public String getFullName() {
        return fullName;
    }

    public String getEmail() {
        return email;
    }

    public Role getRole() {
        return role;
    }

    public boolean isActive() {
        return active;
    }

    public String getPasswordHash() {
        return passwordHash;
    }

    public Instant getEmailVerifiedAt() {
        return emailVerifiedAt;
    }
}

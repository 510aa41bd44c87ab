package io.mtandao.router.internal.entity;

import io.mtandao.api.router.Router;
import io.mtandao.api.router.Routers;
import io.mtandao.persistence.TenantEntity;
import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;

/** A router of an ISP; its password is sealed. */
@Entity
@Table(name = "router_router")
public class RouterRow extends TenantEntity {
    private String name;
    private String driver;
    private String host;
    private int port;
    private String login;
    private String password;
    private boolean tls;
    private String fingerprint;

    @Enumerated(EnumType.STRING)
    private Router.Health health = Router.Health.UNKNOWN;

    @Column(name = "health_text")
    private String healthText;

    @Column(name = "looked_at")
    private Instant lookedAt;

    private int failures;

    /** When what it has was last compared with what it is to have. */
    @Column(name = "checked_at")
    private Instant checkedAt;

    /** @param sealedPassword null keeps the one that is there */
    public void describe(Routers.Draft d, String sealedPassword) {
        name = d.name().strip();
        driver = d.driver();
        host = d.host().strip();
        port = d.port();
        login = d.user();
        tls = d.tls();
        fingerprint = d.tls() && d.fingerprint() != null ? d.fingerprint().replace(":", "").toLowerCase(java.util.Locale.ROOT) : null;
        if (sealedPassword != null) password = sealedPassword;
    }

    public void up(Instant at, String text) {
        health = Router.Health.UP;
        healthText = text;
        lookedAt = at;
        failures = 0;
    }

    /** @return how often in a row it has failed */
    public int down(Instant at, String text) {
        health = Router.Health.DOWN;
        healthText = text == null || text.length() <= 500 ? text : text.substring(0, 500);
        lookedAt = at;
        return ++failures;
    }

    public void checked(Instant at) {
        checkedAt = at;
    }

    public Instant getCheckedAt() {
        return checkedAt;
    }

    public String getName() {
        return name;
    }

    public String getDriver() {
        return driver;
    }

    public String getHost() {
        return host;
    }

    public int getPort() {
        return port;
    }

    public String getLogin() {
        return login;
    }

    public String getPassword() {
        return password;
    }

    public boolean isTls() {
        return tls;
    }

    public String getFingerprint() {
        return fingerprint;
    }

    public Router.Health getHealth() {
        return health;
    }

    public String getHealthText() {
        return healthText;
    }

    public Instant getLookedAt() {
        return lookedAt;
    }

    public int getFailures() {
        return failures;
    }
}

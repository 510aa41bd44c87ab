package io.mtandao.tenant.internal.entity;

import io.mtandao.api.NotFound;
import io.mtandao.api.tenant.TenantSettings;
import io.mtandao.persistence.TenantEntity;
import io.mtandao.tenant.internal.rule.Logo;
import java.util.List;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import javax.persistence.Table;
import javax.persistence.TypedQuery;

/** The ISP's settings: one row per tenant. Its lock is also the tenant's mutex for rules over several rows (the last owner). */
@Entity
@Table(name = "tenant_settings")
public class IspSettings extends TenantEntity {
    private String name;
    private String slug;
    private String host;
    private String country;
    private String currency;

    @Column(name = "time_zone")
    private String timeZone;

    @Column(name = "lang")
    private String language;

    @Column(name = "tax_name")
    private String taxName;

    @Column(name = "tax_percent_hundredths")
    private int taxPercentHundredths;

    @Column(name = "retention_days")
    private int retentionDays;

    @Column(name = "logo_type")
    private String logoType;

    private byte[] logo;

    @Column(name = "primary_colour")
    private String primaryColour;

    @Column(name = "support_phone")
    private String supportPhone;

    @Column(name = "support_email")
    private String supportEmail;

    @Column(name = "message_channels")
    private String messageChannels;

    protected IspSettings() {}

    public IspSettings(TenantSettings s) {
        slug = s.slug();
        country = s.country();
        set(s);
    }

    /** The tenant's only row. @param lock PESSIMISTIC_WRITE to take the tenant's mutex @throws NotFound */
    public static IspSettings of(EntityManager em, LockModeType lock) {
        TypedQuery<IspSettings> query = em.createQuery("select e from IspSettings e", IspSettings.class);
        if (lock != LockModeType.NONE) query.setLockMode(lock);
        List<IspSettings> rows = query.getResultList();
        if (rows.isEmpty()) throw new NotFound("ISP");
        return rows.get(0);
    }

    /** Of the tenant's only row. @throws NotFound */
    public static int version(EntityManager em) {
        List<Integer> versions = em.createQuery("select e.version from IspSettings e", Integer.class).getResultList();
        if (versions.isEmpty()) throw new NotFound("ISP");
        return versions.get(0);
    }

    /** All but slug and country, which are given once. */
    public void set(TenantSettings s) {
        name = s.name();
        host = s.host();
        currency = s.currency();
        timeZone = s.timeZone();
        language = s.language();
        taxName = s.taxName();
        taxPercentHundredths = s.taxPercentHundredths();
        retentionDays = s.retentionDays();
        Logo picture = Logo.of(s.logo());
        logoType = picture == null ? null : picture.type();
        logo = picture == null ? null : picture.bytes();
        primaryColour = s.primaryColour();
        supportPhone = s.supportPhone();
        supportEmail = s.supportEmail();
        messageChannels = s.messageChannels();
    }

    public TenantSettings toSettings() {
        String picture = logo == null ? null : new Logo(logoType, logo).dataUri();
        return new TenantSettings(getVersion(), name, slug, host, country, currency, timeZone, language, taxName, taxPercentHundredths,
                retentionDays, picture, primaryColour, supportPhone, supportEmail, messageChannels);
    }

    public String getSlug() {
        return slug;
    }

    public String getName() {
        return name;
    }

    public String getCountry() {
        return country;
    }
}

package io.mtandao.tenant.internal;

import io.mtandao.api.Caller;
import io.mtandao.api.Invalid;
import io.mtandao.api.Permission;
import io.mtandao.api.tenant.AuditLog;
import io.mtandao.api.tenant.Settings;
import io.mtandao.api.tenant.TenantSettings;
import io.mtandao.persistence.Directory;
import io.mtandao.persistence.Directory.Kind;
import io.mtandao.persistence.TenantTx;
import io.mtandao.tenant.internal.entity.IspRow;
import io.mtandao.tenant.internal.entity.IspSettings;
import io.mtandao.tenant.internal.rule.Fingerprint;
import io.mtandao.tenant.internal.rule.SettingsRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.persistence.LockModeType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The ISP's settings in one row; its host name is claimed in the directory, its name also stands in the platform's list. */
@Component
public final class JpaSettings implements Settings {
    private final TenantTx tx;
    private final Directory directory;
    private final AuditLog audit;
    private final PlatformAddress platform;
    private final MoneyBooked money;
    private final KnownSettings known = new KnownSettings();

    @Activate
    public JpaSettings(@Reference TenantTx tx, @Reference Directory directory, @Reference AuditLog audit, @Reference PlatformAddress platform,
            @Reference MoneyBooked money) {
        this.tx = tx;
        this.directory = directory;
        this.audit = audit;
        this.platform = platform;
        this.money = money;
    }

    @Override
    public TenantSettings get(Caller caller) {
        caller.require(Permission.SETTINGS_READ);
        return tx.in(caller.tenant(), em -> {
            TenantSettings kept = known.at(caller.tenant(), IspSettings.version(em));
            if (kept != null) return kept;
            TenantSettings read = IspSettings.of(em, LockModeType.NONE).toSettings();
            tx.afterCommit(() -> known.keep(caller.tenant(), read));
            return read;
        });
    }

    @Override
    public TenantSettings update(Caller caller, TenantSettings changed) {
        caller.require(Permission.SETTINGS_WRITE);
        return tx.in(caller.tenant(), em -> {
            IspSettings row = IspSettings.of(em, LockModeType.NONE);
            TenantSettings before = row.toSettings();
            TenantSettings after = SettingsRule.accepted(changed, before, platform.host());
            row.expectVersion(changed.version(), "settings page");
            if (!after.currency().equals(before.currency()) && money.in(caller.tenant()))
                throw Invalid.field("currency", "fixed, since money was booked in " + before.currency());
            moveHost(caller, before.host(), after.host());
            row.set(after);
            em.find(IspRow.class, caller.tenant().value()).rename(after.name());
            em.flush();
            TenantSettings kept = row.toSettings();
            audit.record(caller, "settings.update", "settings", toAudit(before), toAudit(kept));
            return kept;
        });
    }

    private void moveHost(Caller caller, String before, String after) {
        if (Objects.equals(before, after)) return;
        if (before != null) directory.release(Kind.HOST, before);
        if (after != null) directory.claim(Kind.HOST, after, caller.tenant(), null);
    }

    private static Map<String, Object> toAudit(TenantSettings s) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("name", s.name());
        m.put("host", s.host());
        m.put("currency", s.currency());
        m.put("timeZone", s.timeZone());
        m.put("language", s.language());
        m.put("taxName", s.taxName());
        m.put("taxPercentHundredths", s.taxPercentHundredths());
        m.put("retentionDays", s.retentionDays());
        // the picture itself would only fill the log
        m.put("logo", s.logo() == null ? null : "picture " + Fingerprint.of(s.logo()).substring(0, 12));
        m.put("primaryColour", s.primaryColour());
        m.put("supportPhone", s.supportPhone());
        m.put("supportEmail", s.supportEmail());
        m.put("messageChannels", s.messageChannels());
        return m;
    }
}

package io.mtandao.tenant.internal;

import io.mtandao.api.Caller;
import io.mtandao.api.Origin;
import io.mtandao.api.Role;
import io.mtandao.api.TenantId;
import io.mtandao.api.tenant.AuditLog;
import io.mtandao.api.tenant.Registrations.NewIsp;
import io.mtandao.api.tenant.Registrations.NewOwner;
import io.mtandao.persistence.Directory;
import io.mtandao.persistence.Directory.Kind;
import io.mtandao.tenant.internal.entity.IspRow;
import io.mtandao.tenant.internal.entity.IspSettings;
import io.mtandao.tenant.internal.entity.StaffMember;
import io.mtandao.tenant.internal.rule.RegistrationRule;
import io.mtandao.tenant.internal.rule.SettingsRule;
import io.mtandao.tenant.internal.signin.KnownAddresses;
import io.mtandao.tenant.internal.signin.MailProof;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.persistence.EntityManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** All that a new ISP gets, within one unit of work of the new tenant. */
@Component(service = Founding.class)
public final class Founding {
    private final Directory directory;
    private final AuditLog audit;
    private final MailProof proof;
    private final SetupSteps steps;
    private final Clock clock;

    @Activate
    public Founding(@Reference Directory directory, @Reference AuditLog audit, @Reference MailProof proof, @Reference SetupSteps steps, @Reference Clock clock) {
        this.directory = directory;
        this.audit = audit;
        this.proof = proof;
        this.steps = steps;
        this.clock = clock;
    }

    void found(EntityManager em, TenantId tenant, RegistrationRule given, String passwordHash, Origin origin) {
        NewIsp isp = given.isp();
        NewOwner owner = given.owner();
        Instant now = clock.instant();
        directory.claim(Kind.SLUG, isp.slug(), tenant, null);
        em.persist(new IspRow(tenant.value(), isp.slug(), isp.name(), now));
        IspSettings settings = new IspSettings(SettingsRule.first(isp, owner.phone(), owner.email()));
        em.persist(settings);
        StaffMember member = new StaffMember(owner.fullName(), owner.email(), owner.phone(), Role.OWNER, true);
        member.setPasswordHash(passwordHash);
        em.persist(member);
        em.flush();
        KnownAddresses.remember(em, member.getId(), origin.address(), now);
        proof.ask(em, tenant, member, isp.name());
        audit.record(Callers.staff(tenant, member, origin), "isp.register", "isp/" + tenant, null, toAudit(isp, member));
        steps.run(Caller.system(tenant, "tenant.setup"), settings.toSettings());
    }

    private static Map<String, Object> toAudit(NewIsp isp, StaffMember owner) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("name", isp.name());
        m.put("slug", isp.slug());
        m.put("country", isp.country());
        m.put("currency", isp.currency());
        m.put("timeZone", isp.timeZone());
        m.put("owner", owner.toAudit());
        return m;
    }
}

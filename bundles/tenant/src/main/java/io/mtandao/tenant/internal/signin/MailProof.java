package io.mtandao.tenant.internal.signin;

import io.mtandao.api.Origin;
import io.mtandao.api.TenantId;
import io.mtandao.api.tenant.AuditLog;
import io.mtandao.api.tenant.MailConfirmation;
import io.mtandao.persistence.Directory.Entry;
import io.mtandao.persistence.TenantTx;
import io.mtandao.tenant.internal.Callers;
import io.mtandao.tenant.internal.PlatformAddress;
import io.mtandao.tenant.internal.Post;
import io.mtandao.tenant.internal.entity.OneTimeToken;
import io.mtandao.tenant.internal.entity.OneTimeToken.Purpose;
import io.mtandao.tenant.internal.entity.StaffMember;
import io.mtandao.tenant.internal.secret.Tokens;
import java.util.Set;
import javax.persistence.EntityManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Proof that a member of the staff reads mail at the address given. */
@Component(service = {MailProof.class, MailConfirmation.class})
public final class MailProof implements MailConfirmation {
    private final TenantTx tx;
    private final OneTimeLinks links;
    private final Post post;
    private final PlatformAddress platform;
    private final AuditLog audit;

    @Activate
    public MailProof(@Reference TenantTx tx, @Reference OneTimeLinks links, @Reference Post post, @Reference PlatformAddress platform, @Reference AuditLog audit) {
        this.tx = tx;
        this.links = links;
        this.post = post;
        this.platform = platform;
        this.audit = audit;
    }

    /** Within the unit of work that makes the account or changes its address. */
    public void ask(EntityManager em, TenantId tenant, StaffMember member, String ispName) {
        String token = links.issue(em, tenant, member.getId(), Purpose.VERIFY);
        String text = "Hello " + member.getFullName() + ",\n\nthis address was given for an account of " + ispName + ". Please confirm that it is yours:\n"
                + platform.link(PlatformAddress.VERIFY + token) + "\n\nThe link works once, within 7 days. If you know nothing of this, leave it alone.\n";
        post.mail(tenant, member.getEmail(), "Confirm your e-mail address", text, "verify-" + Tokens.hash(token).substring(0, 16));
    }

    @Override
    public void confirm(String token, Origin origin) {
        Entry entry = links.find(token);
        tx.run(entry.tenant(), em -> {
            OneTimeToken row = links.take(em, entry, Set.of(Purpose.VERIFY));
            StaffMember member = em.find(StaffMember.class, row.getStaffId());
            member.emailVerified(links.now());
            links.used(em, row);
            audit.record(Callers.staff(entry.tenant(), member, origin), "staff.verify-email", member.subject(), null, null);
        });
    }
}

package io.mtandao.tenant.internal.signin;

import io.mtandao.api.Caller;
import io.mtandao.api.Origin;
import io.mtandao.api.TenantId;
import io.mtandao.api.tenant.AuditLog;
import io.mtandao.persistence.Directory;
import io.mtandao.persistence.TenantTx;
import io.mtandao.tenant.internal.Callers;
import io.mtandao.tenant.internal.PlatformAddress;
import io.mtandao.tenant.internal.Post;
import io.mtandao.tenant.internal.entity.OneTimeToken.Purpose;
import io.mtandao.tenant.internal.entity.StaffMember;
import io.mtandao.tenant.internal.rule.EmailRule;
import io.mtandao.tenant.internal.secret.Tokens;
import java.util.Objects;
import javax.persistence.EntityManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Mails reset links. Who asks always gets the same answer in the same time: the account is looked for later, on {@link Errands}' thread. A request
 * that is lost with the node is asked for again.
 */
@Component(service = ResetRequests.class)
public final class ResetRequests {
    private final TenantTx tx;
    private final Directory directory;
    private final SignInGate gate;
    private final Letter letter;
    private final Errands errands;

    @Activate
    public ResetRequests(@Reference TenantTx tx, @Reference Directory directory, @Reference SignInGate gate, @Reference Letter letter, @Reference Errands errands) {
        this.tx = tx;
        this.directory = directory;
        this.gate = gate;
        this.letter = letter;
        this.errands = errands;
    }

    public void request(String slugOrHost, String email, Origin origin) {
        if (gate.admits(gate.resetFrom(origin.address()))) errands.later(() -> look(slugOrHost, email, origin));
    }

    private void look(String slugOrHost, String email, Origin origin) {
        String mail = Objects.requireNonNullElse(EmailRule.normal(email), "");
        WayIn.tenant(directory, slugOrHost).ifPresent(tenant -> {
            boolean there = tx.in(tenant, em -> WayIn.member(em, mail).filter(StaffMember::isActive).isPresent());
            if (there && gate.admits(gate.resetOf(tenant.value(), mail))) tx.run(tenant, em -> send(em, tenant, mail, origin));
        });
    }

    private void send(EntityManager em, TenantId tenant, String mail, Origin origin) {
        WayIn.member(em, mail).ifPresent(member -> letter.write(em, tenant, member, Callers.stranger(tenant, origin)));
    }

    /** The mail itself. */
    @Component(service = Letter.class)
    public static final class Letter {
        private final OneTimeLinks links;
        private final Post post;
        private final PlatformAddress platform;
        private final AuditLog audit;

        @Activate
        public Letter(@Reference OneTimeLinks links, @Reference Post post, @Reference PlatformAddress platform, @Reference AuditLog audit) {
            this.links = links;
            this.post = post;
            this.platform = platform;
            this.audit = audit;
        }

        void write(EntityManager em, TenantId tenant, StaffMember member, Caller stranger) {
            String token = links.issue(em, tenant, member.getId(), Purpose.RESET);
            String text = "Hello " + member.getFullName() + ",\n\nsomebody, probably you, asked for a new password for this account. Choose it here:\n"
                    + platform.link(PlatformAddress.RESET + token)
                    + "\n\nThe link works once, within one hour. If it was not you, leave it alone: your password stays as it is.\n";
            post.mail(tenant, member.getEmail(), "Choose a new password", text, "reset-" + Tokens.hash(token).substring(0, 16));
            audit.record(stranger, "staff.reset-request", member.subject(), null, null);
        }
    }
}

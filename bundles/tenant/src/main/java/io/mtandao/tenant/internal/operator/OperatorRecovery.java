package io.mtandao.tenant.internal.operator;

import io.mtandao.persistence.TenantTx;
import io.mtandao.tenant.internal.PlatformAddress;
import io.mtandao.tenant.internal.entity.OperatorAccount;
import io.mtandao.tenant.internal.rule.EmailRule;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way back in for an operator who is alone and has lost the password: who can write the platform's configuration and read its log may run it. Each start and
 * each change of the setting prints a new link while an account is named; it works once, for an hour.
 */
@Component(service = OperatorRecovery.class, immediate = true, configurationPid = OperatorRecovery.PID)
@Designate(ocd = OperatorRecovery.Config.class)
public final class OperatorRecovery {
    static final String PID = "io.mtandao.operator";
    private static final Logger LOG = LoggerFactory.getLogger(OperatorRecovery.class);
    private final OperatorLinks links;
    private final PlatformAudit audit;
    private final PlatformAddress platform;

    @ObjectClassDefinition(id = PID, name = "Operator", description = "The way back in for the platform's operator")
    public @interface Config {
        @AttributeDefinition(name = "Recover", description = "E-mail address of an operator who lost the password: a one-time link is written to the log. Empty it afterwards.")
        String recover() default "";
    }

    @Activate
    public OperatorRecovery(Config config, @Reference TenantTx tx, @Reference OperatorLinks links, @Reference PlatformAudit audit, @Reference PlatformAddress platform) {
        this.links = links;
        this.audit = audit;
        this.platform = platform;
        String email = EmailRule.normal(config.recover());
        if (email == null || email.isEmpty()) return;
        Optional<String> link = tx.platform("recover an operator", em -> link(em, email));
        link.ifPresentOrElse(url -> LOG.info("Set a new password for the operator {}: {}", email, url),
            () -> LOG.info("recover in etc/{}.cfg names {}, which is no active operator's address", PID, email));
    }

    private Optional<String> link(EntityManager em, String email) {
        Optional<OperatorAccount> account = em.createQuery("select e from OperatorAccount e where e.email = ?1", OperatorAccount.class)
            .setParameter(1, email).getResultStream().filter(OperatorAccount::isActive).findFirst();
        return account.map(a -> {
            em.createQuery("delete from OperatorLink e where e.operatorId = ?1 and e.madeBy is null").setParameter(1, a.getId()).executeUpdate();
            audit.byConfiguration(em, "operator.password-link", email);
            return platform.link(links.password(em, a, null));
        });
    }
}

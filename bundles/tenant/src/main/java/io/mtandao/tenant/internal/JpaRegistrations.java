package io.mtandao.tenant.internal;

import io.mtandao.api.Conflict;
import io.mtandao.api.Origin;
import io.mtandao.api.TenantId;
import io.mtandao.api.tenant.Registrations;
import io.mtandao.persistence.Directory;
import io.mtandao.persistence.Directory.Kind;
import io.mtandao.persistence.TenantTx;
import io.mtandao.tenant.internal.rule.RegistrationRule;
import io.mtandao.tenant.internal.secret.Argon2Passwords;
import io.mtandao.tenant.internal.secret.Randomness;
import io.mtandao.tenant.internal.secret.Tokens;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Registration: everything or nothing, in one transaction of the new tenant. */
@Component
public final class JpaRegistrations implements Registrations {
    private final TenantTx tx;
    private final Directory directory;
    private final Argon2Passwords passwords;
    private final Randomness random;
    private final Founding founding;

    @Activate
    public JpaRegistrations(@Reference TenantTx tx, @Reference Directory directory, @Reference Argon2Passwords passwords, @Reference Randomness random,
            @Reference Founding founding) {
        this.tx = tx;
        this.directory = directory;
        this.passwords = passwords;
        this.random = random;
        this.founding = founding;
    }

    @Override
    public Registered register(NewIsp isp, NewOwner owner, Origin origin) {
        RegistrationRule given = RegistrationRule.accepted(isp, owner);
        String slug = given.isp().slug();
        if (taken(slug)) throw refused(slug);
        String hash = passwords.hash(given.owner().password());
        TenantId tenant = Tokens.tenantId(random);
        try {
            tx.run(tenant, em -> founding.found(em, tenant, given, hash, origin));
        } catch (Conflict e) {
            // lost a race for the name; anything else that collides is no business of the name
            throw taken(slug) ? refused(slug) : e;
        }
        return new Registered(tenant, slug);
    }

    private boolean taken(String slug) {
        return directory.find(Kind.SLUG, slug).isPresent();
    }

    private static Conflict refused(String slug) {
        return new Conflict("the short name " + slug + " is taken");
    }
}

package io.mtandao.tenant.internal.signin;

import io.mtandao.api.NotFound;
import io.mtandao.api.TenantId;
import io.mtandao.persistence.Directory;
import io.mtandao.persistence.Directory.Entry;
import io.mtandao.persistence.Directory.Kind;
import io.mtandao.tenant.internal.entity.OneTimeToken;
import io.mtandao.tenant.internal.entity.OneTimeToken.Purpose;
import io.mtandao.tenant.internal.secret.Randomness;
import io.mtandao.tenant.internal.secret.Tokens;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Links that work once, for a while. */
@Component(service = OneTimeLinks.class)
public final class OneTimeLinks {
    private final Directory directory;
    private final Randomness random;
    private final Clock clock;

    @Activate
    public OneTimeLinks(@Reference Directory directory, @Reference Randomness random, @Reference Clock clock) {
        this.directory = directory;
        this.random = random;
        this.clock = clock;
    }

    /** Earlier links stay good: otherwise a stranger who asks for mails could keep somebody from ever using one. */
    public String issue(EntityManager em, TenantId tenant, long staffId, Purpose purpose) {
        String token = Tokens.LINK.next(random);
        OneTimeToken row = new OneTimeToken(staffId, purpose, Tokens.hash(token), clock.instant().plus(purpose.life()));
        em.persist(row);
        em.flush();
        directory.claim(Kind.RESET, row.getTokenHash(), tenant, String.valueOf(row.getId()));
        return token;
    }

    /** @throws NotFound when there is none such */
    Entry find(String token) {
        if (!Tokens.LINK.has(token)) throw gone();
        return directory.find(Kind.RESET, Tokens.hash(token)).orElseThrow(OneTimeLinks::gone);
    }

    /**
     * The link's row, locked, so that of two who use it at once the second finds it gone.
     *
     * @throws NotFound when it is used, over or for another purpose
     */
    OneTimeToken take(EntityManager em, Entry entry, Set<Purpose> purposes) {
        OneTimeToken row = em.find(OneTimeToken.class, Long.valueOf(entry.ref()), LockModeType.PESSIMISTIC_WRITE);
        boolean good = row != null && row.getTokenHash().equals(entry.key()) && purposes.contains(row.getPurpose());
        if (!good || !clock.instant().isBefore(row.getExpiresAt())) throw gone();
        return row;
    }

    void used(EntityManager em, OneTimeToken row) {
        directory.release(Kind.RESET, row.getTokenHash());
        em.remove(row);
    }

    Instant now() {
        return clock.instant();
    }

    static NotFound gone() {
        return new NotFound("link: it was used, or its time is over");
    }
}

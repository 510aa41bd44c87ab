package io.mtandao.voucher.internal;

import io.mtandao.api.TenantId;
import io.mtandao.persistence.SecretBox;
import io.mtandao.persistence.TenantTx;
import io.mtandao.voucher.internal.entity.PepperRow;
import io.mtandao.voucher.internal.rule.CodeHash;
import java.security.SecureRandom;
import java.util.Base64;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The key under which all codes of the platform are hashed: made once, kept sealed, the same on every node. */
@Component(service = Pepper.class)
public final class Pepper {
    /** No ISP's: their ids are longer. */
    private static final TenantId PLATFORM = new TenantId("platform");
    private static final String PURPOSE = "voucher-pepper";
    private static final int BYTES = 32;
    private final TenantTx tx;
    private final SecretBox secrets;
    private volatile CodeHash known;

    @Activate
    public Pepper(@Reference TenantTx tx, @Reference SecretBox secrets) {
        this.tx = tx;
        this.secrets = secrets;
    }

    /** To be asked for before a unit of work begins: the first two nodes may race to make it. */
    CodeHash hash() {
        CodeHash read = known;
        return read != null ? read : Again.afterARace(() -> tx.platform("the key of voucher codes", em -> {
            PepperRow row = em.find(PepperRow.class, PepperRow.ONLY);
            if (row == null) {
                row = new PepperRow(secrets.seal(PLATFORM, PURPOSE, fresh()));
                em.persist(row);
                em.flush();
            }
            CodeHash hash = new CodeHash(Base64.getDecoder().decode(secrets.open(PLATFORM, PURPOSE, row.getSealedKey())));
            // a key that was rolled back must not be remembered
            tx.afterCommit(() -> known = hash);
            return hash;
        }));
    }

    private static String fresh() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}

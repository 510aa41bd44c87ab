package io.mtandao.voucher.internal;

import io.mtandao.api.Conflict;
import io.mtandao.api.TenantId;
import io.mtandao.persistence.SecretBox;
import io.mtandao.persistence.TenantTx;
import io.mtandao.voucher.internal.entity.BatchRow;
import io.mtandao.voucher.internal.entity.CodeTaken;
import io.mtandao.voucher.internal.entity.VoucherRow;
import io.mtandao.voucher.internal.rule.CodeHash;
import io.mtandao.voucher.internal.rule.VoucherCode;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes the codes of a batch, in portions: for each one look at which are taken and one batch of inserts into each of the two tables. */
@Component(service = CodeMint.class)
public final class CodeMint {
    static final int PORTION = 500;
    private static final int ROUNDS = 20;
    private final TenantTx tx;
    private final SecretBox secrets;
    private final RandomGenerator random;

    @Activate
    public CodeMint(@Reference TenantTx tx, @Reference SecretBox secrets) {
        this(tx, secrets, new SecureRandom());
    }

    CodeMint(TenantTx tx, SecretBox secrets, RandomGenerator random) {
        this.tx = tx;
        this.secrets = secrets;
        this.random = random;
    }

    /** @param length without the prefix */
    void fill(Desk d, BatchRow batch, int length, CodeHash hash) {
        TenantId tenant = d.tenant();
        for (int made = 0; made < batch.getCodes(); made += PORTION) {
            Map<String, String> portion = free(batch.getPrefix(), length, Math.min(PORTION, batch.getCodes() - made), hash);
            List<Object> rows = new ArrayList<>();
            portion.forEach((key, code) -> rows.add(new VoucherRow(batch, key, secrets.seal(tenant, VoucherViews.CODE, code))));
            rows.forEach(d.em()::persist);
            tx.platform("codes are given out", platform -> {
                for (String key : portion.keySet()) {
                    CodeTaken taken = new CodeTaken(key, tenant.value());
                    rows.add(taken);
                    platform.persist(taken);
                }
                platform.flush();
                return null;
            });
            // what is written is let go, so that the next flush need not look at it again
            rows.forEach(d.em()::detach);
        }
    }

    /** @return codes by their hashes */
    private Map<String, String> free(String prefix, int length, int count, CodeHash hash) {
        Map<String, String> found = new HashMap<>();
        for (int round = 0; found.size() < count; round++) {
            if (round == ROUNDS) throw new Conflict("hardly any codes of this length are left under this prefix; take longer ones");
            Map<String, String> tried = new HashMap<>();
            while (tried.size() + found.size() < count) {
                String code = VoucherCode.make(random, prefix, length);
                tried.put(hash.of(code), code);
            }
            tried.keySet().removeAll(taken(List.copyOf(tried.keySet())));
            found.putAll(tried);
        }
        return found;
    }

    private List<String> taken(List<String> keys) {
        return tx.platform("which codes are taken", em -> em.createQuery("select c.codeHash from CodeTaken c where c.codeHash in ?1", String.class)
            .setParameter(1, keys).getResultList());
    }
}

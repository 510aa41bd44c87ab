package io.mtandao.voucher.internal;

import io.mtandao.api.Conflict;
import io.mtandao.api.TenantId;
import io.mtandao.persistence.TenantTx;
import io.mtandao.voucher.internal.entity.CodeTaken;
import io.mtandao.voucher.internal.rule.CodeHash;
import io.mtandao.voucher.internal.rule.VoucherCode;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Draws codes and takes them for an ISP, in portions: one batch of inserts each, in a unit of work of its own. The key of the platform's table says whether
 * one is taken already; then the portion is drawn again. A code that is taken stays taken, also when its batch comes to nothing: nobody can redeem it, and to
 * free it would be wrong if the batch was committed after all.
 */
@Component(service = CodeMint.class)
public final class CodeMint {
    static final int PORTION = 500;
    private static final int ROUNDS = 20;
    private final TenantTx tx;
    private final RandomGenerator random;

    @Activate
    public CodeMint(@Reference TenantTx tx) {
        this(tx, new SecureRandom());
    }

    CodeMint(TenantTx tx, RandomGenerator random) {
        this.tx = tx;
        this.random = random;
    }

    /** @param length without the prefix @return so many codes by their hashes */
    Map<String, String> take(TenantId tenant, String prefix, int length, int count, CodeHash hash) {
        Map<String, String> taken = new LinkedHashMap<>();
        while (taken.size() < count) taken.putAll(portion(tenant, prefix, length, Math.min(PORTION, count - taken.size()), hash));
        return taken;
    }

    private Map<String, String> portion(TenantId tenant, String prefix, int length, int count, CodeHash hash) {
        for (int round = 1; ; round++) {
            Map<String, String> drawn = new HashMap<>();
            for (int i = 0; drawn.size() < count && i < count * ROUNDS; i++) {
                String code = VoucherCode.make(random, prefix, length);
                drawn.put(hash.of(code), code);
            }
            try {
                insert(tenant, drawn);
                return drawn;
            } catch (Conflict others) {
                if (tx.running()) throw others;
                if (round == ROUNDS) throw new Conflict("hardly any codes of this length are left under this prefix; take longer ones");
            }
        }
    }

    private void insert(TenantId tenant, Map<String, String> drawn) {
        tx.platform("codes are given out", em -> {
            List<CodeTaken> rows = new ArrayList<>();
            for (String key : drawn.keySet()) rows.add(new CodeTaken(key, tenant.value()));
            rows.forEach(em::persist);
            em.flush();
            // within a larger unit of work the next flush need not look at them again
            rows.forEach(em::detach);
            return rows;
        });
    }
}

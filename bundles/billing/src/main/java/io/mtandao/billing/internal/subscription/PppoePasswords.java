package io.mtandao.billing.internal.subscription;

import io.mtandao.api.Invalid;
import io.mtandao.api.TenantId;
import io.mtandao.persistence.SecretBox;
import java.security.SecureRandom;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** PPPoE passwords: made, checked, sealed. They are opened for the router and for comparison only. */
@Component(service = PppoePasswords.class)
public final class PppoePasswords {
    private static final String PURPOSE = "pppoe";
    /** Without look-alikes: they are read out over the phone and typed into a box on a wall. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 12;
    private final SecretBox box;
    private final SecureRandom random = new SecureRandom();

    @Activate
    public PppoePasswords(@Reference SecretBox box) {
        this.box = box;
    }

    /** @param typed null or blank for a new one */
    public String seal(TenantId tenant, String typed) {
        String clear = typed == null || typed.isBlank() ? made() : typed;
        new Invalid.Check().atMost(clear, "pppoePassword", 64)
            .that(clear.codePoints().noneMatch(Character::isISOControl), "pppoePassword", "must not contain control characters").orThrow();
        return box.seal(tenant, PURPOSE, clear);
    }

    public String open(TenantId tenant, String sealed) {
        return box.open(tenant, PURPOSE, sealed);
    }

    /** Whether a password was typed that differs from the sealed one. */
    public boolean isNew(TenantId tenant, String typed, String sealed) {
        return typed != null && !typed.isBlank() && !typed.equals(open(tenant, sealed));
    }

    private String made() {
        StringBuilder b = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) b.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        return b.toString();
    }
}

package io.mtandao.tenant.internal.secret;

import java.security.SecureRandom;
import org.osgi.service.component.annotations.Component;

/** The JDK's strong generator, which is safe for use by many threads. */
@Component
public final class SecureRandomness implements Randomness {
    private final SecureRandom random = new SecureRandom();

    @Override
    public byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}

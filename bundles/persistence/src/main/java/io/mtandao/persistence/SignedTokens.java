package io.mtandao.persistence;

import java.util.Optional;

/**
 * Tokens for links that anybody may hold: what they carry can be read by whoever takes them apart and changed by nobody. The key of each purpose is
 * derived from those of the stored secrets and never is one of them, so a token tells nothing about a secret.
 */
public interface SignedTokens {
    /** @return letters, digits, '-' and '_'; about 50 characters and four thirds of the content */
    String issue(String purpose, byte[] content);

    /** The content; empty when not exactly this token was issued for this purpose, or its key is gone. */
    Optional<byte[]> read(String purpose, String token);
}

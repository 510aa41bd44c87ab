package io.mtandao.tenant.internal.secret;

/** Where ids, salts and tokens come from; a service, so that tests can foretell them. */
public interface Randomness {
    byte[] bytes(int count);
}

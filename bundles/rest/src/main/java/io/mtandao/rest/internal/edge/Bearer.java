package io.mtandao.rest.internal.edge;

import io.mtandao.api.Unauthenticated;

/** The token or key of the request. */
public record Bearer(String token) {
    private static final String SCHEME = "Bearer ";
    private static final int LONGEST = 1000;

    static Bearer of(String authorization) {
        boolean usable = authorization != null && authorization.length() <= LONGEST && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        if (!usable) throw new Unauthenticated("send Authorization: Bearer and a session token or an API key");
        return new Bearer(authorization.substring(SCHEME.length()).strip());
    }

    @Override
    public String toString() {
        return "Bearer …";
    }
}

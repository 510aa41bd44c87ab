package io.mtandao.api;

/** No valid session or key. The text never says which part was wrong. */
public final class Unauthenticated extends Problem {
    private static final long serialVersionUID = 1;

    public Unauthenticated(String message) {
        super(message);
    }
}

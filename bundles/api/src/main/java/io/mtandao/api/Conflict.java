package io.mtandao.api;

/** The request is right in itself but collides with what is there: a taken name, a state that does not allow it. */
public final class Conflict extends Problem {
    private static final long serialVersionUID = 1;

    public Conflict(String message) {
        super(message);
    }
}

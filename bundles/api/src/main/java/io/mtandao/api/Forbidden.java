package io.mtandao.api;

/** The caller is known but lacks the permission. Never used for another tenant's things: those are {@link NotFound}. */
public final class Forbidden extends Problem {
    private static final long serialVersionUID = 1;

    public Forbidden(Permission missing) {
        super("this needs the permission " + missing.code());
    }

    public Forbidden(String message) {
        super(message);
    }
}

package io.mtandao.api;

/** Somebody changed the thing since the caller read it; read again and repeat. */
public final class Stale extends Problem {
    private static final long serialVersionUID = 1;

    public Stale(String what) {
        super("this " + what + " was changed by somebody else meanwhile; read it again and repeat your change");
    }
}

package io.mtandao.api;

/** Something that the request needs is away right now (a plugin, a router, a vendor); nothing was lost, try again. */
public final class Unavailable extends Problem {
    private static final long serialVersionUID = 1;

    public Unavailable(String message) {
        super(message);
    }
}

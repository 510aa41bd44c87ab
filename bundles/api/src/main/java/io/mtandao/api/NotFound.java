package io.mtandao.api;

/** There is no such thing in this tenant. The same answer whether it belongs to another tenant or to nobody. */
public final class NotFound extends Problem {
    private static final long serialVersionUID = 1;

    /** @param what the kind of thing, for example "subscriber" */
    public NotFound(String what) {
        super("no such " + what);
    }
}

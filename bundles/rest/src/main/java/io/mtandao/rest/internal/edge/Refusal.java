package io.mtandao.rest.internal.edge;

/** What the edge itself refuses, before any service is asked. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int status;
    private final String kind;

    /** @param kind last part of the problem's type */
    public Refusal(int status, String kind, String subject, String text) {
        super(subject + ": " + text);
        this.status = status;
        this.kind = kind;
    }

    int status() {
        return status;
    }

    String kind() {
        return kind;
    }
}

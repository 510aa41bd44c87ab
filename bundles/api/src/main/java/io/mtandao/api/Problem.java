package io.mtandao.api;

/** What went wrong, told to the caller; the REST bundle has the one table from its kinds to HTTP statuses. */
public abstract class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;

    protected Problem(String message) {
        super(message);
    }
}

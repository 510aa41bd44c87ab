package io.mtandao.rest.internal.ops;

/** A failure as it may go to the log: where it happened and what it says, without a secret that it may name. */
final class Masked extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Masked(String text, Throwable cause) {
        super(text, cause);
    }

    static Masked of(Throwable e, String secret) {
        String text = e.toString();
        Masked masked = new Masked(secret.isEmpty() ? text : text.replace(secret, "…"), e.getCause() == null ? null : of(e.getCause(), secret));
        masked.setStackTrace(e.getStackTrace());
        return masked;
    }

    @Override
    public String toString() {
        return getMessage();
    }
}

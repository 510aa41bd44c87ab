package io.mtandao.spi;

/** A vendor did not do what was asked. The platform acts on {@link #outcome()}, people read the message. */
public final class VendorProblem extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final Outcome outcome;

    public VendorProblem(Outcome outcome, String message) {
        super(message);
        this.outcome = outcome;
    }

    public VendorProblem(Outcome outcome, String message, Throwable cause) {
        super(message, cause);
        this.outcome = outcome;
    }

    public Outcome outcome() {
        return outcome;
    }

    public enum Outcome {
        /** Nothing reached the vendor, or it said "later": safe to repeat. */
        RETRY,
        /** The vendor said no: repeating the same is useless. */
        REFUSED,
        /** Settings are wrong (key, password, short code): a person must act. */
        MISCONFIGURED,
        /** It may or may not have happened: never repeat blindly, ask the vendor. */
        UNKNOWN
    }
}

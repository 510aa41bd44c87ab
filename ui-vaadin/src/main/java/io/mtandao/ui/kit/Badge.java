package io.mtandao.ui.kit;

import com.vaadin.flow.component.html.Span;

/** A state in one coloured word. */
public final class Badge extends Span {
    private static final long serialVersionUID = 1;

    public enum Tone {
        GOOD,
        BAD,
        WARN,
        PLAIN,
        INFO
    }

    public Badge(String text, Tone tone) {
        super(text);
        addClassNames("badge", "badge-" + tone.name().toLowerCase(java.util.Locale.ROOT));
    }

    /** A constant named by the texts, its tone by what the constants of our states mean. */
    public static Badge of(String kind, Enum<?> state) {
        return new Badge(Texts.of(kind, state), tone(state.name()));
    }

    private static Tone tone(String state) {
        return switch (state) {
            case "ACTIVE", "PAID", "BOOKED", "DELIVERED", "READ", "UP", "DONE", "ENABLED", "NEW", "CREDITED" -> Tone.GOOD;
            case "EXPIRED", "FAILED", "DOWN", "BAD", "QUARANTINED" -> Tone.BAD;
            case "PENDING", "OPEN", "UNMATCHED", "UNKNOWN", "WAITING", "AWAY", "CHANGED", "SUSPENDED", "GRACE", "OVER" -> Tone.WARN;
            case "SENT", "QUEUED", "TRIAL", "PAUSED" -> Tone.INFO;
            default -> Tone.PLAIN;
        };
    }
}

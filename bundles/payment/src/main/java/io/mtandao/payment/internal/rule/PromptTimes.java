package io.mtandao.payment.internal.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When things happen in the life of a prompt. */
public final class PromptTimes {
    /** After that the person has put the phone away: no prompt is sent any more. */
    public static final Duration SEND_UNTIL = Duration.ofMinutes(10);
    /** A callback may overtake the answer to the call that made the prompt; what nobody knows after this time was never ours. */
    public static final Duration OVERTAKING = Duration.ofMinutes(10);
    /** So long the receipt of a prompt that the provider calls paid is awaited, before it is booked without. */
    public static final Duration RECEIPT_WITHIN = Duration.ofMinutes(2);
    /** How a provider's clock may differ, and how long a prompt can be answered (Daraja: about a minute). */
    private static final Duration EARLY = Duration.ofMinutes(1);
    private static final Duration LATE = Duration.ofMinutes(10);
    /** Daraja's query is asked at these ages of a prompt (protocols 1.3); the last two are for a provider that was down. */
    private static final List<Duration> ASK_AT = List.of(Duration.ofSeconds(20), Duration.ofSeconds(45), Duration.ofSeconds(75), Duration.ofMinutes(2),
        Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1));

    private PromptTimes() {}

    /** The next time to ask what became of a prompt; empty when it is no use any more. Ages that were slept through are not made up for. */
    public static Optional<Instant> nextAsk(Instant sentAt, Instant now) {
        return ASK_AT.stream().map(sentAt::plus).filter(at -> at.isAfter(now)).findFirst();
    }

    /** When to try once more to send, or empty when it is too late: after 5 s, then after half of the age, at most a minute. */
    public static Optional<Instant> nextSend(Instant wantedAt, Instant now) {
        Duration half = Duration.between(wantedAt, now).dividedBy(2);
        Duration pause = half.compareTo(Duration.ofSeconds(5)) < 0 ? Duration.ofSeconds(5) : half.compareTo(Duration.ofMinutes(1)) > 0 ? Duration.ofMinutes(1) : half;
        return Optional.of(now.plus(pause)).filter(next -> !tooLateToSend(wantedAt, next));
    }

    public static boolean tooLateToSend(Instant wantedAt, Instant now) {
        return now.isAfter(wantedAt.plus(SEND_UNTIL));
    }

    public static boolean mayHaveOvertaken(Instant receivedAt, Instant now) {
        return now.isBefore(receivedAt.plus(OVERTAKING));
    }

    /** The prompts that money paid then can be the answer to were made from here … */
    public static Instant earliestPrompt(Instant paidAt) {
        return paidAt.minus(LATE);
    }

    /** … to here. */
    public static Instant latestPrompt(Instant paidAt) {
        return paidAt.plus(EARLY);
    }

    /** The money that can be the answer to a prompt made then was paid from here … */
    public static Instant earliestAnswer(Instant promptAt) {
        return promptAt.minus(EARLY);
    }

    /** … to here. */
    public static Instant latestAnswer(Instant promptAt) {
        return promptAt.plus(LATE);
    }
}

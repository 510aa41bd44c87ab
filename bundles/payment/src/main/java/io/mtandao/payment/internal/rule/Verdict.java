package io.mtandao.payment.internal.rule;

/** What to do about a notice, and why: the text stands in the callback's log. */
public record Verdict(Action action, String text) {
    public enum Action {
        /** Book it. */
        BOOK,
        /** It was booked without its receipt: put that in. */
        COMPLETE,
        /** The same money came in unasked before, for the same subscriber: say that it answers the prompt. */
        LINK,
        /** The same money came in before and nobody knew whose it was: now it is known. */
        ASSIGN,
        /** Not proven: ask the provider, then decide again. */
        ASK_BACK,
        /** Known already. */
        NOTHING,
        /** Not to be booked; a person may look. */
        QUARANTINE
    }

    static Verdict quarantine(String text) {
        return new Verdict(Action.QUARANTINE, text);
    }

    static Verdict nothing(String text) {
        return new Verdict(Action.NOTHING, text);
    }
}

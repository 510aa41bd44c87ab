package io.mtandao.testing.routeros;

/** How the router can misbehave in answering a command. The command itself is carried out unless said otherwise. */
public enum Fault {
    /** Answers after {@link Faults#slowBy}; a cancellation is obeyed. */
    SLOW,
    /** Never answers, nor confirms a cancellation; nothing is carried out. */
    HANG,
    /** Says it is done and carries nothing out. */
    IGNORED,
    /** Carries the command out and breaks the connection before a byte of the answer. */
    LOST_ANSWER,
    /** Sends half of the answer's first sentence and breaks the connection. */
    DROP_MID_SENTENCE,
    /** Sends half of the answer's first sentence and no more, with the connection open. */
    HALF_FRAME,
    /** Carries nothing out, sends {@code !fatal} and closes. */
    FATAL,
    /** Sends a reserved control byte where a length belongs. */
    GARBAGE_LENGTH,
    /** Announces a word of nearly 4 GiB. */
    HUGE_LENGTH,
    /** Answers in words that are no reply, as a server of another kind would. */
    OTHER_PROTOCOL,
    /** Puts a reply word of a RouterOS yet to come before the answer. */
    UNKNOWN_WORD,
    /** Carries nothing out and sends a thousand {@code !trap} before {@code !done}. */
    TRAP_STORM,
    /** Carries nothing out and sends a {@code !trap} without its {@code !done}. */
    TRAP_ONLY,
    /** Gives every item another id before it carries the command out: what was looked up by id is "no such item" now. */
    NEW_IDS,
    /** Refuses any login. */
    LOGIN_REFUSED
}

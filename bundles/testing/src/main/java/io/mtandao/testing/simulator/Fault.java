package io.mtandao.testing.simulator;

import java.time.Duration;

/** What goes wrong with one request. */
public sealed interface Fault {
    /** Does what it was asked, and answers late. */
    record Slow(Duration by) implements Fault {}

    /** Answers this and does nothing. */
    record Says(Answer answer) implements Fault {}

    /** Does what it was asked and closes the connection without an answer. */
    record DropsAfter() implements Fault {}

    /** Neither does nor answers anything until the simulator is closed. */
    record Silent() implements Fault {}

    static Fault status(int status) {
        return new Says(Answer.text(status, "text/html", "<html>" + status + "</html>"));
    }

    /** Success by status, broken by content. */
    static Fault malformed() {
        return new Says(Answer.text(200, "application/json", "{\"broken\":"));
    }
}

package io.mtandao.api.billing;

import io.mtandao.api.Caller;
import java.util.List;
import java.util.Map;

/**
 * Brings subscribers in from what ISPs have: a spreadsheet as CSV, or a router's PPP secrets (read live or from an {@code /export}). A line is
 * recognised again by account number, then by PPPoE user, so that the same file twice changes nothing.
 */
public interface SubscriberImports {
    /** Reads head and first lines and proposes which column is what (the mapping this tenant used last for the same head, else by name). */
    Sheet look(Caller caller, byte[] csv);

    /** Everything checked, nothing written. */
    Preview preview(Caller caller, Request request);

    /**
     * @throws io.mtandao.api.Conflict in mode ALL_OR_NOTHING when any line is bad
     */
    Result run(Caller caller, Request request, Mode mode);

    enum Target {
        NAME,
        PHONE,
        EMAIL,
        ACCOUNT,
        PLACE,
        PACKAGE,
        PRICE,
        PPPOE_USER,
        PPPOE_PASSWORD,
        EXPIRY,
        BALANCE,
        NOTES,
        IGNORE
    }

    enum Mode {
        ALL_OR_NOTHING,
        GOOD_LINES
    }

    /** @param mapping column title to what it is */
    record Sheet(List<String> columns, Map<String, Target> mapping, List<List<String>> firstLines, int lines) {}

    /**
     * Exactly one of csv, routerExport, or readRouter is the source.
     *
     * @param routerId the router that the subscriptions get, may be null; with readRouter, the router to read
     * @param makePackages whether unknown packages are made (price and speed as the line or profile says) instead of being an error
     */
    record Request(byte[] csv, Map<String, Target> mapping, byte[] routerExport, boolean readRouter, Long routerId, boolean makePackages) {}

    /** @param number line of the file, from 1 with the head; for router sources the number of the entry */
    record Line(int number, State state, String name, String account, String detail) {
        public enum State {
            NEW,
            CHANGED,
            SAME,
            BAD
        }
    }

    /** @param lines every line that is not SAME, bad ones first */
    record Preview(int total, int fresh, int changed, int same, int bad, List<String> packagesToMake, List<Line> lines) {}

    record Result(int created, int changed, int same, int bad, List<String> packagesMade, List<Line> badLines) {}
}

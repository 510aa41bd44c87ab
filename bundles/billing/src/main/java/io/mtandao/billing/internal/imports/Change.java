package io.mtandao.billing.internal.imports;

import java.util.List;
import java.util.stream.Collectors;

/** What a line would change of what is there. */
enum Change {
    NAME("name"),
    PHONE("phone"),
    EMAIL("e-mail"),
    ACCOUNT("account"),
    PLACE("place"),
    NOTES("notes"),
    BALANCE("opening balance"),
    SUBSCRIPTION("another subscription"),
    PACKAGE("package"),
    USER("PPPoE user"),
    PASSWORD("PPPoE password"),
    ROUTER("router"),
    EXPIRY("expiry");

    private final String label;

    Change(String label) {
        this.label = label;
    }

    static String told(List<Change> changes) {
        return changes.stream().map(c -> c.label).collect(Collectors.joining(", "));
    }
}

package io.mtandao.billing.internal.imports;

import io.mtandao.api.work.DomainEvent;
import io.mtandao.billing.internal.desk.Desk;
import java.util.ArrayList;
import java.util.List;

/**
 * Events of a portion of lines, left until its rows are written out and let go of: each event looks into the database, and each such look compares all
 * rows that the unit of work still holds.
 */
final class Aftermath {
    private final List<DomainEvent> events = new ArrayList<>();

    void event(DomainEvent event) {
        events.add(event);
    }

    void carryOut(Desk d) {
        events.forEach(d::raise);
    }
}

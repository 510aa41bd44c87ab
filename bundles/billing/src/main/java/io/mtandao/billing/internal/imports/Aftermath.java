package io.mtandao.billing.internal.imports;

import io.mtandao.api.work.DomainEvent;
import io.mtandao.billing.internal.desk.Desk;
import java.util.ArrayList;
import java.util.List;

/**
 * Alarms and events of a portion of lines, left until its rows are written out and let go of: setting an alarm looks into the table of jobs, and each
 * such look compares all rows that the unit of work still holds.
 */
final class Aftermath {
    private final List<Runnable> alarms = new ArrayList<>();
    private final List<DomainEvent> events = new ArrayList<>();

    void alarm(Runnable alarm) {
        alarms.add(alarm);
    }

    void event(DomainEvent event) {
        events.add(event);
    }

    void carryOut(Desk d) {
        alarms.forEach(Runnable::run);
        events.forEach(d::raise);
    }
}

package io.mtandao.billing.internal.imports;

import io.mtandao.api.work.DomainEvent;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.SubscriberRow;
import io.mtandao.billing.internal.search.WordBook;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Events of a portion of lines, left until its rows are written out and let go of: each event looks into the database, and each such look compares all
 * rows that the unit of work still holds. And the words of changed subscribers, read for all of them at once.
 */
final class Aftermath {
    private final List<DomainEvent> events = new ArrayList<>();
    private final Set<SubscriberRow> renamed = new LinkedHashSet<>();

    void event(DomainEvent event) {
        events.add(event);
    }

    void renamed(SubscriberRow subscriber) {
        renamed.add(subscriber);
    }

    /** Before the rows are let go of. */
    void spellOut(Desk d) {
        if (!renamed.isEmpty()) WordBook.changed(d, renamed);
    }

    void carryOut(Desk d) {
        events.forEach(d::raise);
    }
}

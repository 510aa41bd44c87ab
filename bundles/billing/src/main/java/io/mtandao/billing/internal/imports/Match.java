package io.mtandao.billing.internal.imports;

import io.mtandao.api.billing.SubscriberImports.Line;
import io.mtandao.api.billing.SubscriberImports.Line.State;
import io.mtandao.billing.internal.entity.SubscriberRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import java.util.List;

/**
 * What a line comes to, held against what is there.
 *
 * @param subscriber null for a new one
 * @param subscription null for a new one, or when the line has none
 * @param changes what differs
 * @param fault why it cannot be taken, or null
 */
record Match(ImportLine line, SubscriberRow subscriber, SubscriptionRow subscription, boolean newService, List<Change> changes, String fault) {
    static Match bad(ImportLine line, String fault) {
        return new Match(line, null, null, false, List.of(), fault);
    }

    State state() {
        if (fault != null) return State.BAD;
        if (subscriber == null) return State.NEW;
        return changes.isEmpty() ? State.SAME : State.CHANGED;
    }

    Line told() {
        String detail = fault != null ? fault : subscriber == null ? (newService ? "with " + PackagePlan.name(line) : "") : Change.told(changes);
        return new Line(line.number(), state(), line.shownName(), line.shownAccount(), detail);
    }
}

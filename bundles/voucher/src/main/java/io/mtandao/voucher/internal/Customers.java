package io.mtandao.voucher.internal;

import io.mtandao.api.Conflict;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Page;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscribers;
import io.mtandao.persistence.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whom a voucher is for: a subscriber, whoever has a phone, or a new one. Inside the unit of work that redeems. */
@Component(service = Customers.class)
public final class Customers {
    /** Its lock puts those in a row who make guests: the second of two with one phone finds the first. */
    private static final String GUESTS = "voucher-guest";
    private final Subscribers subscribers;
    private final Series series;

    @Activate
    public Customers(@Reference Subscribers subscribers, @Reference Series series) {
        this.subscribers = subscribers;
        this.series = series;
    }

    /** @param phone E.164, or null when a subscriber is given */
    record Whom(Long subscriberId, String phone) {}

    /** @throws Conflict when several have the phone: money must not go to the wrong one of them */
    Subscriber find(Desk d, Whom whom) {
        if (whom.subscriberId != null) return subscribers.get(d.system(), whom.subscriberId);
        List<Subscriber> owners = owners(d, whom.phone);
        if (owners.isEmpty()) {
            series.next(d.tenant(), GUESTS);
            owners = owners(d, whom.phone);
        }
        if (owners.size() > 1) throw new Conflict("several subscribers have the phone " + whom.phone + "; say which of them is meant");
        return owners.isEmpty() ? guest(d, whom.phone) : owners.get(0);
    }

    private Subscriber guest(Desk d, String phone) {
        return subscribers.create(d.system(), new Subscribers.Draft("Guest " + phone, phone, null, null, null, null));
    }

    private List<Subscriber> owners(Desk d, String phone) {
        List<Subscriber> found = new ArrayList<>();
        ListQuery query = new ListQuery(null, Map.of("phone", phone), null, 50, null);
        for (ListQuery next = query; next != null; ) {
            Page<Subscriber> page = subscribers.list(d.system(), next);
            found.addAll(page.items());
            next = page.next() == null ? null : query.after(page.next());
        }
        return found;
    }
}

package io.mtandao.rest.internal.v1;

import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.rest.internal.edge.Field;
import io.mtandao.rest.internal.edge.Identified;
import io.mtandao.rest.internal.edge.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A subscriber as it is. */
public record SubscriberView(
        long id,
        int version,
        @Field(needed = true, eg = "Grace Muthoni") String name,
        @Field(eg = "+254712345678", help = "E.164") String phone,
        @Field(eg = "grace@example.com") String email,
        @Field(needed = true, eg = "MT-1000") String accountNumber,
        @Field(eg = "Rongai, Maasai Lodge") String place,
        @Field(eg = "third floor, green door") String notes,
        @Field(needed = true, help = "what is in the wallet that pays; below zero is a debt") Amount balance,
        @Field(needed = true) Instant createdAt,
        @Field(needed = true) DetailsView details,
        @Field(help = "of the subscription that matters most; null: there is none") StandingView standing) implements Identified, Versioned {
    static SubscriberView of(Subscriber s) {
        return new SubscriberView(s.id(), s.version(), s.name(), s.phone(), s.email(), s.accountNumber(), s.place(), s.notes(), Amount.of(s.balance()),
            s.createdAt(), DetailsView.of(s.details()), StandingView.of(s.standing()));
    }

    public record DetailsView(
            @Field(eg = "Acacia Court") String building,
            @Field(eg = "B 14") String unit,
            @Field(eg = "Rongai") String zone,
            MapPointView point,
            @Field(needed = true) List<ContactView> contacts,
            @Field(needed = true, eg = "fibre") List<String> tags,
            @Field(needed = true, help = "values of the ISP's own fields by key") Map<String, String> custom,
            @Field(help = "the subscriber whose wallet pays; null: its own") Long payerId,
            @Field(eg = "Acacia Court Ltd") String payerName) {
        static DetailsView of(Subscriber.Details d) {
            return new DetailsView(d.building(), d.unit(), d.zone(), MapPointView.of(d.point()), d.contacts().stream().map(ContactView::of).toList(), d.tags(),
                d.custom(), d.payerId(), d.payerName());
        }
    }

    public record MapPointView(@Field(needed = true, eg = "-1.3954", help = "degrees, WGS 84") Double latitude,
        @Field(needed = true, eg = "36.7569") Double longitude) {
        static MapPointView of(Subscriber.MapPoint p) {
            return p == null ? null : new MapPointView(p.latitude(), p.longitude());
        }

        Subscriber.MapPoint toPoint() {
            return new Subscriber.MapPoint(latitude, longitude);
        }
    }

    public record ContactView(
            @Field(needed = true, eg = "Juma Otieno") String name,
            @Field(eg = "caretaker") String role,
            @Field(eg = "0722 000 111") String phone,
            @Field(eg = "juma@example.com") String email) {
        static ContactView of(Subscriber.Contact c) {
            return new ContactView(c.name(), c.role(), c.phone(), c.email());
        }

        Subscriber.Contact toContact() {
            return new Subscriber.Contact(name, role, phone, email);
        }
    }

    public record StandingView(@Field(needed = true, eg = "active") SubscriptionState state, Instant expiresAt,
        @Field(eg = "1", help = "subscriptions that are not cancelled") int services) {
        static StandingView of(Subscriber.Standing s) {
            return s == null ? null : new StandingView(s.state(), s.expiresAt(), s.services());
        }
    }
}

package io.mtandao.rest.internal.v1;

import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscribers;
import io.mtandao.rest.internal.edge.Field;
import io.mtandao.rest.internal.v1.SubscriberView.ContactView;
import io.mtandao.rest.internal.v1.SubscriberView.MapPointView;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** A subscriber as somebody writes it. */
public record SubscriberDraft(
        @Field(needed = true, eg = "Grace Muthoni") String name,
        @Field(eg = "0712 345 678", help = "any spelling of the ISP's country") String phone,
        @Field(eg = "grace@example.com") String email,
        @Field(eg = "MT-1000", help = "the reference that payers type; null for the next of the series") String accountNumber,
        @Field(eg = "Rongai, Maasai Lodge") String place,
        @Field(eg = "third floor, green door") String notes,
        @Field(help = "where and who else; left out: as it is, of a new one none") DetailsDraft details) {
    Subscribers.Draft toDraft() {
        return new Subscribers.Draft(name, phone, email, accountNumber, place, notes, details == null ? null : details.toDetails());
    }

    public record DetailsDraft(
            @Field(eg = "Acacia Court") String building,
            @Field(eg = "B 14") String unit,
            @Field(eg = "Rongai") String zone,
            MapPointView point,
            @Field(help = "others to call") List<ContactView> contacts,
            @Field(eg = "fibre") List<String> tags,
            @Field(help = "values of the ISP's own fields by key; null or left out: none") Map<String, String> custom,
            @Field(eg = "null", help = "the subscriber whose wallet pays; null: its own") Long payerId) {
        Subscriber.Details toDetails() {
            return new Subscriber.Details(building, unit, zone, point == null ? null : point.toPoint(),
                contacts == null ? null : contacts.stream().map(ContactView::toContact).toList(), tags, custom == null ? null : given(custom), payerId, null);
        }

        private static Map<String, String> given(Map<String, String> custom) {
            return custom.entrySet().stream().filter(e -> Objects.nonNull(e.getValue())).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }
    }
}

package io.mtandao.billing.internal.subscriber;

import io.mtandao.api.billing.Subscriber.Contact;
import io.mtandao.api.billing.Subscriber.Details;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.ContactRow;
import io.mtandao.billing.internal.entity.CustomValueRow;
import io.mtandao.billing.internal.entity.SubscriberRow;
import io.mtandao.billing.internal.entity.TagRow;
import io.mtandao.persistence.TenantEntity;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What hangs on subscribers, read for a whole page at once: one query for each kind of row. */
final class DetailBook {
    private final Map<Long, List<ContactRow>> contacts;
    private final Map<Long, List<TagRow>> tags;
    private final Map<Long, List<CustomValueRow>> values;
    private final Map<Long, String> keys;
    private final Map<Long, String> payers;

    private DetailBook(Desk d, List<SubscriberRow> rows) {
        List<Long> ids = rows.stream().map(SubscriberRow::getId).toList();
        contacts = by(d.ofIds(ContactRow.class, "subscriberId", ids), ContactRow::getSubscriberId);
        tags = by(d.ofIds(TagRow.class, "subscriberId", ids), TagRow::getSubscriberId);
        values = by(d.ofIds(CustomValueRow.class, "subscriberId", ids), CustomValueRow::getSubscriberId);
        keys = values.isEmpty() ? Map.of() : CustomFieldBook.keys(d);
        payers = d.all(SubscriberRow.class, rows.stream().map(SubscriberRow::getPayerId).filter(Objects::nonNull).distinct().toList()).stream()
            .collect(Collectors.toMap(SubscriberRow::getId, SubscriberRow::getName));
    }

    static DetailBook of(Desk d, List<SubscriberRow> rows) {
        return new DetailBook(d, rows);
    }

    private static <R> Map<Long, List<R>> by(Collection<R> rows, Function<R, Long> subscriber) {
        return rows.stream().collect(Collectors.groupingBy(subscriber));
    }

    Details of(SubscriberRow s) {
        return new Details(s.getBuilding(), s.getUnit(), s.getZone(), s.getPoint(), contacts(s), tags(s), custom(s), s.getPayerId(),
            s.getPayerId() == null ? null : payers.get(s.getPayerId()));
    }

    private List<Contact> contacts(SubscriberRow s) {
        return rows(contacts, s).stream().sorted(Comparator.comparingInt(ContactRow::getNumber)).map(ContactRow::view).toList();
    }

    List<String> tags(SubscriberRow s) {
        return rows(tags, s).stream().map(TagRow::getTag).sorted().toList();
    }

    private Map<String, String> custom(SubscriberRow s) {
        Map<String, String> custom = new TreeMap<>();
        for (CustomValueRow v : rows(values, s)) custom.put(keys.get(v.getFieldId()), v.getText());
        return custom;
    }

    private static <R> List<R> rows(Map<Long, List<R>> by, SubscriberRow s) {
        return by.getOrDefault(s.getId(), List.of());
    }

    /** All rows that go when this subscriber goes. */
    Stream<TenantEntity> hangingOn(SubscriberRow s) {
        return Stream.of(rows(contacts, s), rows(tags, s), rows(values, s)).flatMap(List::stream);
    }

    List<ContactRow> contactRows(SubscriberRow s) {
        return rows(contacts, s);
    }

    List<TagRow> tagRows(SubscriberRow s) {
        return rows(tags, s);
    }

    List<CustomValueRow> valueRows(SubscriberRow s) {
        return rows(values, s);
    }

    /** For the audit log: the row itself, and what hangs on it. */
    Map<String, Object> told(SubscriberRow s) {
        Map<String, Object> m = new LinkedHashMap<>(s.told());
        List<Contact> others = contacts(s);
        if (!others.isEmpty()) m.put("contacts", others.stream().map(DetailBook::told).collect(Collectors.joining("; ")));
        if (!tags(s).isEmpty()) m.put("tags", String.join(", ", tags(s)));
        custom(s).forEach((key, value) -> m.put("custom." + key, value));
        return m;
    }

    private static String told(Contact c) {
        return Stream.of(c.name(), c.role(), c.phone(), c.email()).filter(Objects::nonNull).collect(Collectors.joining(", "));
    }
}

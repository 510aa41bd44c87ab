package io.mtandao.billing.internal.subscriber;

import io.mtandao.api.Invalid;
import io.mtandao.api.billing.CustomField;
import io.mtandao.api.billing.Subscriber.Details;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.ContactRow;
import io.mtandao.billing.internal.entity.CustomValueRow;
import io.mtandao.billing.internal.entity.SubscriberRow;
import io.mtandao.billing.internal.entity.TagRow;
import io.mtandao.billing.internal.rules.CustomAnswers;
import io.mtandao.billing.internal.rules.DetailFacts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Details that were checked against the ISP's own fields, and how they are put in the place of those that are there. Who pays is {@link Payers}' matter. */
record DetailEditor(DetailFacts facts, Map<String, String> custom, Map<String, Long> fields) {

    /** @param c learns of every field that is wrong; then what is returned is not to be used */
    static DetailEditor check(Desk d, Details details, Invalid.Check c) {
        List<CustomField> fields = CustomFieldBook.all(d);
        return new DetailEditor(DetailFacts.check(details, d.region(), c), CustomAnswers.check(fields, details.custom(), c),
            fields.stream().collect(Collectors.toMap(CustomField::key, CustomField::id)));
    }

    /** @param book of this subscriber, as it was before */
    void write(Desk d, SubscriberRow s, DetailBook book) {
        s.locate(facts);
        boolean changed = contacts(d, s, book) | tags(d, s, book) | values(d, s, book);
        if (changed) s.detailsEdited();
    }

    private boolean contacts(Desk d, SubscriberRow s, DetailBook book) {
        if (book.of(s).contacts().equals(facts.contacts())) return false;
        book.contactRows(s).forEach(d.em()::remove);
        int n = 0;
        for (var contact : facts.contacts()) d.em().persist(new ContactRow(s.getId(), ++n, contact));
        return true;
    }

    /** Only what differs is touched: rows are inserted before others are removed, and a tag stands once. */
    private boolean tags(Desk d, SubscriberRow s, DetailBook book) {
        Set<String> fresh = new TreeSet<>(facts.tags());
        boolean changed = false;
        for (TagRow row : book.tagRows(s)) {
            if (fresh.remove(row.getTag())) continue;
            d.em().remove(row);
            changed = true;
        }
        fresh.forEach(tag -> d.em().persist(new TagRow(s.getId(), tag)));
        return changed || !fresh.isEmpty();
    }

    private boolean values(Desk d, SubscriberRow s, DetailBook book) {
        Map<Long, String> fresh = custom.entrySet().stream().collect(Collectors.toMap(e -> fields.get(e.getKey()), Map.Entry::getValue));
        boolean changed = false;
        for (CustomValueRow row : book.valueRows(s)) {
            String now = fresh.remove(row.getFieldId());
            if (row.getText().equals(now)) continue;
            if (now == null) d.em().remove(row);
            else row.say(now);
            changed = true;
        }
        fresh.forEach((field, text) -> d.em().persist(new CustomValueRow(s.getId(), field, text)));
        return changed || !fresh.isEmpty();
    }
}

package io.mtandao.billing.internal.subscriber;

import io.mtandao.api.Caller;
import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.CustomField;
import io.mtandao.api.billing.CustomFields;
import io.mtandao.billing.internal.desk.BillingDesk;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.CustomFieldRow;
import io.mtandao.billing.internal.rules.CustomFieldRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaCustomFields implements CustomFields {
    private final BillingDesk desk;

    @Activate
    public JpaCustomFields(@Reference BillingDesk desk) {
        this.desk = desk;
    }

    /** Whoever sees subscribers sees what their fields are called. */
    private static void requireRead(Caller caller) {
        if (!caller.may(Permission.SUBSCRIBERS_READ)) caller.require(Permission.SETTINGS_READ);
    }

    @Override
    public List<CustomField> list(Caller caller) {
        requireRead(caller);
        return desk.open(caller, CustomFieldBook::all);
    }

    @Override
    public CustomField get(Caller caller, long id) {
        requireRead(caller);
        return desk.open(caller, d -> find(d, id).view());
    }

    private static CustomFieldRow find(Desk d, long id) {
        return d.find(CustomFieldRow.class, id, "custom field");
    }

    @Override
    public CustomField create(Caller caller, Draft draft) {
        caller.require(Permission.SETTINGS_WRITE);
        Draft checked = CustomFieldRule.check(draft);
        return desk.open(caller, d -> {
            List<CustomFieldRow> others = CustomFieldBook.rows(d);
            if (others.size() >= CustomFieldRule.MOST_FIELDS) throw new Conflict("there are " + CustomFieldRule.MOST_FIELDS + " fields already");
            if (others.stream().anyMatch(f -> f.getKey().equals(checked.key()))) throw new Conflict("there is a field " + checked.key() + " already");
            CustomFieldRow row = new CustomFieldRow(checked.key(), checked.kind());
            row.set(checked.label(), checked.choices(), checked.required());
            place(row, others, checked.position());
            d.em().persist(row);
            d.audit("custom-field.create", "custom-field", row.getId(), null, row.told());
            return seen(d, row);
        });
    }

    @Override
    public CustomField update(Caller caller, long id, int version, Draft draft) {
        caller.require(Permission.SETTINGS_WRITE);
        Draft checked = CustomFieldRule.check(draft);
        return desk.open(caller, d -> {
            CustomFieldRow row = find(d, id);
            row.expectVersion(version, "custom field");
            new Invalid.Check().that(row.getKey().equals(checked.key()), "key", "cannot be changed")
                .that(row.getKind() == checked.kind(), "kind", "cannot be changed").orThrow();
            requireUnused(d, row, row.getChoices().stream().filter(c -> !checked.choices().contains(c)).toList());
            Map<String, Object> before = row.told();
            row.set(checked.label(), checked.choices(), checked.required());
            place(row, CustomFieldBook.rows(d).stream().filter(f -> f != row).toList(), checked.position());
            d.audit("custom-field.update", "custom-field", id, before, row.told());
            return seen(d, row);
        });
    }

    @Override
    public void delete(Caller caller, long id) {
        caller.require(Permission.SETTINGS_WRITE);
        desk.run(caller, d -> {
            CustomFieldRow row = find(d, id);
            Map<String, Object> before = row.told();
            before.put("values", d.em().createQuery("delete from CustomValueRow v where v.fieldId = ?1").setParameter(1, id).executeUpdate());
            d.em().remove(row);
            d.audit("custom-field.delete", "custom-field", id, before, null);
        });
    }

    private static void requireUnused(Desk d, CustomFieldRow row, List<String> gone) {
        if (gone.isEmpty()) return;
        String jpql = "select v.text, count(v) from CustomValueRow v where v.fieldId = ?1 and v.text in ?2 group by v.text";
        List<Object[]> used = d.em().createQuery(jpql, Object[].class).setParameter(1, row.getId()).setParameter(2, gone).getResultList();
        if (used.isEmpty()) return;
        long subscribers = (Long) used.get(0)[1];
        throw new Conflict("the choice " + used.get(0)[0] + " is in use by " + subscribers + (subscribers == 1 ? " subscriber" : " subscribers"));
    }

    /** Among the others, which make room. @param position from 1; null for the last */
    private static void place(CustomFieldRow row, List<CustomFieldRow> others, Integer position) {
        List<CustomFieldRow> order = new ArrayList<>(others);
        order.add(position == null ? others.size() : Math.min(position - 1, others.size()), row);
        for (int i = 0; i < order.size(); i++) order.get(i).moveTo(i + 1);
    }

    private static CustomField seen(Desk d, CustomFieldRow row) {
        // versions are known once written
        d.em().flush();
        return row.view();
    }
}

package io.mtandao.billing.internal.subscriber;

import io.mtandao.api.billing.CustomField;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.CustomFieldRow;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The ISP's own fields as the rest of this package needs them. */
final class CustomFieldBook {
    private CustomFieldBook() {}

    /** In their order. */
    static List<CustomFieldRow> rows(Desk d) {
        return d.em().createQuery("select f from CustomFieldRow f", CustomFieldRow.class).getResultList().stream()
            .sorted(Comparator.comparingInt(CustomFieldRow::getPosition).thenComparing(CustomFieldRow::getId)).toList();
    }

    static List<CustomField> all(Desk d) {
        return rows(d).stream().map(CustomFieldRow::view).toList();
    }

    /** By id. */
    static Map<Long, String> keys(Desk d) {
        return rows(d).stream().collect(Collectors.toMap(CustomFieldRow::getId, CustomFieldRow::getKey));
    }
}

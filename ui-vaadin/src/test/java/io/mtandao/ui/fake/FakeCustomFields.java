package io.mtandao.ui.fake;

import io.mtandao.api.Caller;
import io.mtandao.api.NotFound;
import io.mtandao.api.billing.CustomField;
import io.mtandao.api.billing.CustomFields;
import java.util.ArrayList;
import java.util.List;

/** The ISP's own fields in memory. */
public final class FakeCustomFields implements CustomFields {
    public final List<CustomField> all = new ArrayList<>();

    /** One of each kind, the first of them required when asked. */
    public FakeCustomFields fill(boolean required) {
        all.add(new CustomField(1, 1, "id-number", "ID number", CustomField.Kind.TEXT, List.of(), required, 1));
        all.add(new CustomField(2, 1, "floor", "Floor", CustomField.Kind.NUMBER, List.of(), false, 2));
        all.add(new CustomField(3, 1, "contract-until", "Contract until", CustomField.Kind.DATE, List.of(), false, 3));
        all.add(new CustomField(4, 1, "newsletter", "Newsletter", CustomField.Kind.YES_NO, List.of(), false, 4));
        all.add(new CustomField(5, 1, "antenna", "Antenna", CustomField.Kind.CHOICE, List.of("LiteBeam", "SXT", "Fibre"), false, 5));
        return this;
    }

    @Override
    public List<CustomField> list(Caller caller) {
        return List.copyOf(all);
    }

    @Override
    public CustomField get(Caller caller, long id) {
        return all.stream().filter(f -> f.id() == id).findFirst().orElseThrow(() -> new NotFound("field"));
    }

    @Override
    public CustomField create(Caller caller, Draft d) {
        CustomField f = new CustomField(all.size() + 1L, 1, d.key(), d.label(), d.kind(), d.choices(), d.required(), all.size() + 1);
        all.add(f);
        return f;
    }

    @Override
    public CustomField update(Caller caller, long id, int version, Draft d) {
        CustomField o = get(caller, id);
        CustomField f = new CustomField(id, version + 1, o.key(), d.label(), o.kind(), d.choices(), d.required(), o.position());
        all.set(all.indexOf(o), f);
        return f;
    }

    @Override
    public void delete(Caller caller, long id) {
        all.remove(get(caller, id));
    }
}

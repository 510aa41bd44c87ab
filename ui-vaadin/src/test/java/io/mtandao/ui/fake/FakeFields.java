package io.mtandao.ui.fake;

import io.mtandao.api.Caller;
import io.mtandao.api.Conflict;
import io.mtandao.api.NotFound;
import io.mtandao.api.billing.CustomField;
import io.mtandao.api.billing.CustomFields;
import java.util.ArrayList;
import java.util.List;

/** The ISP's own fields on subscribers, in memory. */
public final class FakeFields implements CustomFields {
    public final List<CustomField> all = new ArrayList<>();
    private long made;

    public FakeFields fill() {
        put("id-number", "ID number", CustomField.Kind.TEXT, List.of(), true);
        put("dwelling", "Dwelling", CustomField.Kind.CHOICE, List.of("Flat", "House", "Shop"), false);
        put("installed", "Installed on", CustomField.Kind.DATE, List.of(), false);
        return this;
    }

    private CustomField put(String key, String label, CustomField.Kind kind, List<String> choices, boolean required) {
        CustomField f = new CustomField(++made, 1, key, label, kind, choices, required, all.size() + 1);
        all.add(f);
        return f;
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
        if (all.stream().anyMatch(f -> f.key().equals(d.key()))) throw new Conflict("there is a field with this key already");
        return put(d.key(), d.label(), d.kind(), d.choices(), d.required());
    }

    @Override
    public CustomField update(Caller caller, long id, int version, Draft d) {
        CustomField old = get(caller, id);
        int position = d.position() == null ? all.size() : d.position();
        all.remove(old);
        all.add(Math.min(all.size(), Math.max(0, position - 1)), new CustomField(id, version + 1, old.key(), d.label(), old.kind(), d.choices(), d.required(), position));
        for (int i = 0; i < all.size(); i++) {
            CustomField f = all.get(i);
            all.set(i, new CustomField(f.id(), f.version(), f.key(), f.label(), f.kind(), f.choices(), f.required(), i + 1));
        }
        return get(caller, id);
    }

    @Override
    public void delete(Caller caller, long id) {
        all.remove(get(caller, id));
    }
}

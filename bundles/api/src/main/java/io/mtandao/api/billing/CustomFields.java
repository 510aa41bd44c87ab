package io.mtandao.api.billing;

import io.mtandao.api.Caller;
import java.util.List;

/** The ISP's own fields on subscribers, in their order; at most 30. */
public interface CustomFields {
    List<CustomField> list(Caller caller);

    CustomField get(Caller caller, long id);

    CustomField create(Caller caller, Draft draft);

    /** Key and kind are fixed. @throws io.mtandao.api.Conflict when a choice that is in use is taken away */
    CustomField update(Caller caller, long id, int version, Draft draft);

    /** With all its values. */
    void delete(Caller caller, long id);

    /** @param position null for the last */
    record Draft(String key, String label, CustomField.Kind kind, List<String> choices, boolean required, Integer position) {}
}

package io.mtandao.api.billing;

import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.Page;

/** What is sold beside packages. Filters: {@code archived}, {@code recurring}; search: name; sorts: name. Given to a subscription by {@link Extras}. */
public interface AddOns {
    Page<AddOn> list(Caller caller, ListQuery query);

    AddOn get(Caller caller, long id);

    AddOn create(Caller caller, Draft draft);

    /** A new price holds for what is sold from now on. */
    AddOn update(Caller caller, long id, int version, Draft draft);

    /** Deletes what was never sold; archives what was. */
    void delete(Caller caller, long id);

    record Draft(String name, Money price, boolean recurring, boolean taxIncluded, String taxCode, long dataMegabytes) {}
}

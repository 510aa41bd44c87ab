package io.mtandao.api.billing;

import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.Page;

/** The catalogue. Filters: {@code archived}; sorts: name, price. */
public interface Packages {
    Page<InternetPackage> list(Caller caller, ListQuery query);

    InternetPackage get(Caller caller, long id);

    InternetPackage create(Caller caller, Draft draft);

    /** A new price holds from the next bill on; a new speed or profile goes to the routers. */
    InternetPackage update(Caller caller, long id, int version, Draft draft);

    /** Deletes what was never sold; archives what was. */
    void delete(Caller caller, long id);

    /** @param profile null for the package's name */
    record Draft(String name, Money price, Period period, int downKbps, int upKbps, String profile) {}
}

package io.mtandao.api.billing;

import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.Page;
import java.time.LocalDate;

/** Tax rates with the days on which they hold; a bill takes the rate of the day it is written. Filters: {@code code}; search: code, name. */
public interface Taxes {
    Page<TaxRate> list(Caller caller, ListQuery query);

    TaxRate get(Caller caller, long id);

    /** @throws io.mtandao.api.Conflict when another rate of the code holds on one of the days */
    TaxRate create(Caller caller, Draft draft);

    /** Code, percentage and first day are fixed once a bill may have used it (its first day has come). */
    TaxRate update(Caller caller, long id, int version, Draft draft);

    /** @throws io.mtandao.api.Conflict once its first day has come: then give it a last day */
    void delete(Caller caller, long id);

    /** What is to be paid today for something whose price is without tax. @param code of the rate; null for the ISP's own */
    Money withTax(Caller caller, Money net, String code);

    record Draft(String code, String name, int percentHundredths, LocalDate from, LocalDate until) {}
}

package io.mtandao.api.billing;

import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Page;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;

/**
 * The ISP's customers. Search goes by the beginnings of words of name, phone, account number, e-mail, building and PPPoE user name, and looks within them only
 * when nobody is found so; filters: {@code state} (of a subscription), {@code debt} ("true"), {@code tag}, {@code phone} (E.164, exactly), {@code zone},
 * {@code building}, {@code payerId}; sorts: name, accountNumber, createdAt.
 */
public interface Subscribers {
    Page<Subscriber> list(Caller caller, ListQuery query);

    long count(Caller caller, ListQuery query);

    Subscriber get(Caller caller, long id);

    Subscriber create(Caller caller, Draft draft);

    Subscriber update(Caller caller, long id, int version, Draft draft);

    /** @throws io.mtandao.api.Conflict when there is money, a bill or a live subscription: then cancel instead */
    void delete(Caller caller, long id);

    /** By the reference as payers type it (any case, spaces and dashes ignored). */
    Optional<Subscriber> byAccount(Caller caller, String typedReference);

    /** Comma separated, UTF-8 with byte-order mark, one head line; cells that a spreadsheet would run as a formula are disarmed. */
    void exportCsv(Caller caller, ListQuery query, Writer out) throws IOException;

    /** All tags in use, with how many subscribers have each. */
    java.util.Map<String, Long> tags(Caller caller);

    /**
     * @param phone any spelling of the tenant's country, may be null
     * @param accountNumber null for the next of the series
     * @param details null leaves what is there (on creation: none)
     */
    record Draft(String name, String phone, String email, String accountNumber, String place, String notes, Subscriber.Details details) {
        public Draft(String name, String phone, String email, String accountNumber, String place, String notes) {
            this(name, phone, email, accountNumber, place, notes, null);
        }
    }
}

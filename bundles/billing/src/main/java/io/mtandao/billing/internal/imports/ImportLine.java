package io.mtandao.billing.internal.imports;

import io.mtandao.api.Money;
import io.mtandao.billing.internal.rules.PppoeName;
import io.mtandao.billing.internal.rules.SubscriberFacts;
import java.time.Instant;
import java.util.List;

/**
 * One line of whatever source, as far as it could be read. What is null was not said, and is left as it is.
 *
 * @param shownName as it stood there, also when it is no name
 * @param facts null when there are faults
 * @param faults for a person; empty when the line is good so far
 */
record ImportLine(int number, String shownName, String shownAccount, SubscriberFacts facts, Service service, Money balance, List<String> faults) {
    /**
     * @param pack name of the package
     * @param allowed how the router treats the user; null when the source is no router
     */
    record Service(String pack, Money price, String user, String password, Instant expiresAt, Boolean allowed) {
        boolean fromRouter() {
            return allowed != null;
        }

        String userKey() {
            return user == null ? null : PppoeName.key(user);
        }
    }

    boolean good() {
        return faults.isEmpty();
    }

    String accountKey() {
        return facts.account() == null ? null : facts.accountKey();
    }

    ImportLine with(String fault) {
        return new ImportLine(number, shownName, shownAccount, facts, service, balance, List.of(fault));
    }
}

package io.mtandao.billing.internal.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What must not stand in a file twice. The later line is the bad one, also when the earlier is bad for another reason: a file that contradicts itself
 * is not guessed at. One subscriber with several subscriptions may have a line for each: same account, same name, other PPPoE user.
 */
final class RepeatCheck {
    private final Map<String, ImportLine> byAccount = new HashMap<>();
    private final Map<String, ImportLine> byUser = new HashMap<>();

    private RepeatCheck() {}

    static List<ImportLine> of(List<ImportLine> lines) {
        RepeatCheck check = new RepeatCheck();
        List<ImportLine> checked = new ArrayList<>(lines.size());
        for (ImportLine line : lines) {
            String fault = line.good() ? check.fault(line) : null;
            checked.add(fault == null ? line : line.with(fault));
        }
        return checked;
    }

    private String fault(ImportLine line) {
        String user = line.service().userKey(), account = line.accountKey();
        ImportLine sameUser = user == null ? null : byUser.putIfAbsent(user, line);
        if (sameUser != null) return "PPPoE user " + line.service().user() + " stands on line " + sameUser.number() + " already";
        ImportLine sameAccount = account == null ? null : byAccount.putIfAbsent(account, line);
        if (sameAccount == null || anotherService(line, sameAccount)) return null;
        return "account " + line.facts().account() + " stands on line " + sameAccount.number() + " already";
    }

    private static boolean anotherService(ImportLine line, ImportLine first) {
        return line.facts().name().equalsIgnoreCase(first.facts().name()) && line.service().user() != null && first.service().user() != null;
    }
}

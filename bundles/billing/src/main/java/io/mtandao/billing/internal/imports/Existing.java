package io.mtandao.billing.internal.imports;

import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.SubscriberRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.entity.WalletRow;
import io.mtandao.billing.internal.rules.PppoeName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What is there already of a portion of lines, read in five queries. */
final class Existing {
    private final Map<Long, SubscriberRow> subscribers = new HashMap<>();
    private final Map<String, SubscriberRow> byAccount = new HashMap<>();
    private final Map<String, List<SubscriptionRow>> byUser = new HashMap<>();
    private final Map<Long, List<SubscriptionRow>> bySubscriber = new HashMap<>();
    private final Set<Long> seen = new HashSet<>();
    private final Map<Long, WalletRow> wallets = new HashMap<>();
    private final Map<Long, Long> payers = new HashMap<>();

    private Existing() {}

    static Existing of(Desk d, List<ImportLine> portion) {
        Existing found = new Existing();
        List<ImportLine> good = portion.stream().filter(ImportLine::good).toList();
        List<String> accounts = good.stream().map(ImportLine::accountKey).filter(Objects::nonNull).distinct().toList();
        // a subscription without a PPPoE user of its own goes by the account
        List<String> users = Stream.concat(good.stream().map(l -> l.service().userKey()).filter(Objects::nonNull), accounts.stream()).distinct().toList();
        d.ofTexts(SubscriberRow.class, "accountKey", accounts).forEach(found::add);
        d.ofTexts(SubscriptionRow.class, "pppoeKey", users).forEach(found::add);
        d.all(SubscriberRow.class, found.bySubscriber.keySet().stream().filter(id -> !found.subscribers.containsKey(id)).toList()).forEach(found::add);
        List<Long> ids = List.copyOf(found.subscribers.keySet());
        d.ofIds(SubscriptionRow.class, "subscriberId", ids).forEach(found::add);
        d.ofIds(WalletRow.class, "subscriberId", ids).forEach(found::add);
        return found;
    }

    void add(SubscriberRow s) {
        subscribers.put(s.getId(), s);
        byAccount.put(s.getAccountKey(), s);
    }

    void add(SubscriptionRow s) {
        if (!seen.add(s.getId())) return;
        byUser.computeIfAbsent(PppoeName.key(s.getPppoeUser()), k -> new ArrayList<>()).add(s);
        bySubscriber.computeIfAbsent(s.getSubscriberId(), k -> new ArrayList<>()).add(s);
    }

    void add(WalletRow w) {
        wallets.put(w.getSubscriberId(), w);
    }

    /** As asked under the locks of their wallets. */
    void paidBy(Map<Long, Long> now) {
        payers.putAll(now);
    }

    /** Who is new pays for everything himself. */
    long payer(SubscriberRow s) {
        return payers.getOrDefault(s.getId(), s.getPayerId() == null ? s.getId() : s.getPayerId());
    }

    SubscriberRow withAccount(String key) {
        return key == null ? null : byAccount.get(key);
    }

    SubscriberRow subscriber(long id) {
        return subscribers.get(id);
    }

    List<SubscriptionRow> withUser(String key) {
        return key == null ? List.of() : byUser.getOrDefault(key, List.of());
    }

    List<SubscriptionRow> of(SubscriberRow s) {
        return bySubscriber.getOrDefault(s.getId(), List.of());
    }

    WalletRow wallet(SubscriberRow s) {
        return wallets.get(s.getId());
    }

    boolean untouchedWallet(SubscriberRow s) {
        return wallet(s).getEntries() == 0;
    }
}

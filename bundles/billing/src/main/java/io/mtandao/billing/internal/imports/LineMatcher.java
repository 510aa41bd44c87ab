package io.mtandao.billing.internal.imports;

import io.mtandao.api.TenantId;
import io.mtandao.billing.internal.entity.SubscriberRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.imports.ImportLine.Service;
import io.mtandao.billing.internal.imports.PackagePlan.Known;
import io.mtandao.billing.internal.rules.SubscriberFacts;
import io.mtandao.billing.internal.subscription.PppoePasswords;
import io.mtandao.billing.internal.subscription.UserNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Recognises a line again: by account number, then by PPPoE user. A PPPoE user that belongs to somebody with another account is a fault, unless that
 * account number was made up by the platform (the subscriber came from a router first, and the spreadsheet now brings the real one).
 *
 * @param usersInFile all PPPoE users of the file: a subscription whose user is not among them was renamed there
 * @param routerId of the request, may be null
 */
record LineMatcher(TenantId tenant, Existing existing, PackagePlan packages, Set<String> usersInFile, Long routerId, PppoePasswords passwords) {

    Match match(ImportLine line) {
        if (!line.good()) return Match.bad(line, String.join("; ", line.faults()));
        List<SubscriptionRow> holders = existing.withUser(line.service().userKey()).stream()
            .filter(s -> !s.isCancelled() && UserNames.clash(s.getRouterId(), routerId)).toList();
        SubscriberRow subscriber = existing.withAccount(line.accountKey());
        if (subscriber == null && !holders.isEmpty()) {
            SubscriberRow holder = existing.subscriber(holders.get(0).getSubscriberId());
            if (holders.size() == 1 && (line.accountKey() == null || holder.isAccountMade())) subscriber = holder;
        }
        for (SubscriptionRow s : holders)
            if (subscriber == null || s.getSubscriberId() != subscriber.getId())
                return Match.bad(line, "the PPPoE user " + s.getPppoeUser() + " belongs to account " + existing.subscriber(s.getSubscriberId()).getAccount());
        return service(line, subscriber);
    }

    private Match service(ImportLine line, SubscriberRow subscriber) {
        Service told = line.service();
        if (told.user() == null && told.pack() == null) return matched(line, subscriber, null, false);
        List<SubscriptionRow> candidates = subscriber == null ? List.of() : candidates(told, line.facts(), subscriber);
        if (candidates.size() > 1) return Match.bad(line, "this subscriber has several subscriptions; the line must say the PPPoE user");
        boolean fresh = candidates.isEmpty();
        if (fresh && told.pack() == null && !told.fromRouter()) return Match.bad(line, "a package must be given for the new subscription");
        if (fresh && told.user() == null && nameTaken(line.accountKey()))
            return Match.bad(line, "a PPPoE user must be given; somebody else's is named like this account");
        return matched(line, subscriber, fresh ? null : candidates.get(0), fresh);
    }

    private boolean nameTaken(String user) {
        return existing.withUser(user).stream().anyMatch(s -> !s.isCancelled() && UserNames.clash(s.getRouterId(), routerId));
    }

    private List<SubscriptionRow> candidates(Service told, SubscriberFacts facts, SubscriberRow subscriber) {
        List<SubscriptionRow> all = existing.of(subscriber);
        String user = told.userKey() == null && facts.account() != null ? facts.accountKey() : told.userKey();
        List<SubscriptionRow> sameUser = all.stream().filter(s -> s.getPppoeKey().equals(user)).toList();
        List<SubscriptionRow> live = sameUser.stream().filter(s -> !s.isCancelled()).toList();
        // one that was cancelled here is not brought back by an old file
        if (!sameUser.isEmpty()) return live.isEmpty() ? sameUser.subList(sameUser.size() - 1, sameUser.size()) : live;
        List<SubscriptionRow> unnamed = all.stream().filter(s -> !s.isCancelled() && (told.user() == null || !usersInFile.contains(s.getPppoeKey()))).toList();
        return told.user() == null || unnamed.size() == 1 ? unnamed : List.of();
    }

    private Match matched(ImportLine line, SubscriberRow subscriber, SubscriptionRow s, boolean fresh) {
        List<Change> changes = new ArrayList<>();
        if (subscriber != null && !line.service().fromRouter()) changes.addAll(changedFacts(line, subscriber));
        if (subscriber != null && opens(line, subscriber)) changes.add(Change.BALANCE);
        boolean packaged = fresh || s != null && !s.isCancelled() && line.service().pack() != null && !isPackage(s, packages.find(line));
        String fault = packaged ? packages.fault(line) : null;
        if (fault != null) return Match.bad(line, fault);
        if (packaged || s != null && !s.isCancelled() && line.service().pack() != null) packages.want(line);
        if (fresh) changes.add(Change.SUBSCRIPTION);
        if (s != null && !s.isCancelled()) changes.addAll(changedService(line.service(), s, packaged));
        return new Match(line, subscriber, s, fresh, changes, null);
    }

    private static boolean isPackage(SubscriptionRow s, Known k) {
        return k != null && k.id() == s.getPackageId();
    }

    private boolean opens(ImportLine line, SubscriberRow subscriber) {
        // where another pays, nothing is ever spent from the own wallet
        return line.balance() != null && !line.balance().isZero() && subscriber.getPayerId() == null && existing.untouchedWallet(subscriber);
    }

    private static List<Change> changedFacts(ImportLine line, SubscriberRow subscriber) {
        SubscriberFacts was = subscriber.facts(), now = merged(was, line.facts());
        List<Change> changes = new ArrayList<>();
        if (!was.name().equals(now.name())) changes.add(Change.NAME);
        if (!Objects.equals(was.phone(), now.phone())) changes.add(Change.PHONE);
        if (!Objects.equals(was.email(), now.email())) changes.add(Change.EMAIL);
        if (!was.accountKey().equals(now.accountKey())) changes.add(Change.ACCOUNT);
        if (!Objects.equals(was.place(), now.place())) changes.add(Change.PLACE);
        if (!Objects.equals(was.notes(), now.notes())) changes.add(Change.NOTES);
        return changes;
    }

    /** What is there, with what the line says; an account that only differs in spelling stays as it is. */
    static SubscriberFacts merged(SubscriberFacts was, SubscriberFacts said) {
        boolean newAccount = said.account() != null && !said.accountKey().equals(was.accountKey());
        return new SubscriberFacts(said.name(), said.phone() == null ? was.phone() : said.phone(), said.email() == null ? was.email() : said.email(),
            newAccount ? said.account() : was.account(), !newAccount && was.accountMade(),
            said.place() == null ? was.place() : said.place(), said.notes() == null ? was.notes() : said.notes());
    }

    private List<Change> changedService(Service told, SubscriptionRow s, boolean repacked) {
        List<Change> changes = new ArrayList<>();
        if (repacked) changes.add(Change.PACKAGE);
        if (told.user() != null && !told.userKey().equals(s.getPppoeKey())) changes.add(Change.USER);
        if (passwords.isNew(tenant, told.password(), s.getSealedPassword())) changes.add(Change.PASSWORD);
        if (routerId != null && !routerId.equals(s.getRouterId())) changes.add(Change.ROUTER);
        // once time was sold here, our own books know the expiry better than a file
        if (told.expiresAt() != null && s.getRenewals() == 0 && !told.expiresAt().equals(s.getExpiresAt())) changes.add(Change.EXPIRY);
        return changes;
    }
}

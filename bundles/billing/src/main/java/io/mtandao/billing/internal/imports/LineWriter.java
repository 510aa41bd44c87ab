package io.mtandao.billing.internal.imports;

import io.mtandao.api.billing.RenewalPolicy.ExpiryTime;
import io.mtandao.api.billing.SubscriptionActivated;
import io.mtandao.api.billing.SubscriptionChanged;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.api.billing.SubscriptionStopped;
import io.mtandao.billing.internal.books.Books;
import io.mtandao.billing.internal.books.Posting;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.SubscriberRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.entity.WalletRow;
import io.mtandao.billing.internal.imports.ImportLine.Service;
import io.mtandao.billing.internal.life.Alarms;
import io.mtandao.billing.internal.life.Life;
import io.mtandao.billing.internal.rules.Anchor;
import io.mtandao.billing.internal.rules.PeriodEnd;
import io.mtandao.billing.internal.rules.PeriodEnd.Rhythm;
import io.mtandao.billing.internal.rules.SubscriberFacts;
import io.mtandao.billing.internal.rules.SubscriptionLife;
import io.mtandao.billing.internal.search.WordBook;
import io.mtandao.billing.internal.subscription.PppoePasswords;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

/** Carries out what a line comes to. */
record LineWriter(Books books, Life life, Alarms alarms, PppoePasswords passwords, PackagePlan packages, Long routerId) {

    /**
     * @param existing learns of what was made, for later lines of the same portion
     * @param numbers account numbers for those who come without
     */
    void write(Desk d, Match m, Existing existing, Deque<String> numbers, Aftermath later) {
        SubscriberRow owner = m.subscriber();
        WalletRow fresh = null;
        if (owner == null) {
            owner = create(d, m.line(), numbers);
            fresh = books.openWallet(d, owner.getId());
            existing.add(owner);
            existing.add(fresh);
        } else if (change(d, owner, m.line())) later.renamed(owner);
        if (m.line().balance() != null && !m.line().balance().isZero()) open(d, owner, fresh, m, existing);
        if (m.newService()) existing.add(subscribe(d, owner, existing.payer(owner), m.line(), later));
        else if (m.subscription() != null && !m.subscription().isCancelled()) change(d, m.subscription(), m, later);
    }

    /** Those that an opening balance will go to, and those of who gets another service: who pays for it may not change in between, and is asked again. */
    void lockWallets(Desk d, List<Match> expected, Existing existing) {
        List<Match> known = expected.stream().filter(m -> m.subscriber() != null).toList();
        books.lockWallets(d, known.stream().filter(m -> m.newService() || m.changes().contains(Change.BALANCE)).map(m -> m.subscriber().getId()).distinct().toList());
        existing.paidBy(books.payers(d, known.stream().filter(Match::newService).map(m -> m.subscriber().getId()).distinct().toList()));
    }

    private static SubscriberRow create(Desk d, ImportLine line, Deque<String> numbers) {
        SubscriberFacts f = line.facts();
        SubscriberRow s = new SubscriberRow(f.account() == null ? f.withAccount(numbers.remove(), true) : f);
        d.em().persist(s);
        WordBook.fresh(d, s);
        d.audit("subscriber.import", "subscriber", s.getId(), null, s.told());
        return s;
    }

    private static boolean change(Desk d, SubscriberRow s, ImportLine line) {
        // a router's comment is no better a name than the one that is there
        if (line.service().fromRouter()) return false;
        SubscriberFacts merged = LineMatcher.merged(s.facts(), line.facts());
        if (merged.equals(s.facts())) return false;
        var before = s.told();
        s.set(merged);
        d.audit("subscriber.import", "subscriber", s.getId(), before, s.told());
        return true;
    }

    /** The opening balance, once per subscriber and only into a wallet that nothing was booked in. */
    private void open(Desk d, SubscriberRow owner, WalletRow fresh, Match m, Existing existing) {
        if (fresh == null && !m.changes().contains(Change.BALANCE)) return;
        WalletRow wallet = fresh == null ? existing.wallet(owner) : fresh;
        long amount = m.line().balance().minor();
        books.book(d, new Posting("import-opening", String.valueOf(owner.getId()), "Opening balance", null).to(Posting.OPENING, -amount).to(wallet, amount));
    }

    private SubscriptionRow subscribe(Desk d, SubscriberRow owner, long payer, ImportLine line, Aftermath later) {
        Service told = line.service();
        String user = told.user() == null ? owner.getAccountKey() : told.user();
        SubscriptionRow s = new SubscriptionRow(owner.getId(), packages.id(line), routerId, user, passwords.seal(d.tenant(), told.password()));
        stand(s, packages.sold(line));
        s.paidBy(payer);
        if (told.expiresAt() != null) date(d, s, told, packages.sold(line));
        else if (told.fromRouter()) s.enter(told.allowed() ? SubscriptionState.ACTIVE : SubscriptionState.EXPIRED, null);
        d.em().persist(s);
        life.began(d, s);
        alarms.set(d, s, packages.sold(line).period());
        later.event(new SubscriptionChanged(s.getId(), null, null));
        d.audit("subscription.import", "subscription", s.getId(), null, s.told());
        return s;
    }

    private void change(Desk d, SubscriptionRow s, Match m, Aftermath later) {
        Service told = m.line().service();
        var before = s.told();
        SubscriptionState was = s.getState();
        Long formerRouter = s.getRouterId();
        String formerUser = s.getPppoeUser();
        if (m.changes().contains(Change.PACKAGE)) stand(s, packages.sold(m.line()));
        if (m.changes().contains(Change.PASSWORD)) s.seal(passwords.seal(d.tenant(), told.password()));
        if (m.changes().contains(Change.USER) || m.changes().contains(Change.ROUTER))
            s.connect(routerId == null ? formerRouter : routerId, m.changes().contains(Change.USER) ? told.user() : formerUser);
        PackagePlan.Known sold = packages.find(m.line());
        if (m.changes().contains(Change.EXPIRY)) date(d, s, told, sold);
        boolean delivered = m.changes().stream().anyMatch(c -> c == Change.PACKAGE || c == Change.PASSWORD || c == Change.USER || c == Change.ROUTER);
        if (!delivered && !m.changes().contains(Change.EXPIRY)) return;
        alarms.set(d, s, sold == null ? null : sold.period());
        if (delivered)
            later.event(new SubscriptionChanged(s.getId(), Objects.equals(formerRouter, s.getRouterId()) ? null : formerRouter,
                formerUser.equals(s.getPppoeUser()) ? null : formerUser));
        if (s.getState() == SubscriptionState.ACTIVE && was != s.getState())
            later.event(new SubscriptionActivated(s.getId(), s.getSubscriberId(), s.getExpiresAt()));
        if (s.getState() == SubscriptionState.EXPIRED && was != s.getState())
            later.event(new SubscriptionStopped(s.getId(), s.getSubscriberId(), s.getState()));
        d.audit("subscription.import", "subscription", s.getId(), before, s.told());
    }

    private static void stand(SubscriptionRow s, PackagePlan.Known p) {
        s.standUnder(p.id(), p.edition(), p.service(), p.charging());
    }

    /** @param sold null when the line names no package */
    private static void date(Desk d, SubscriptionRow s, Service told, PackagePlan.Known sold) {
        Instant end = told.expiresAt();
        s.expireAt(end);
        if (s.isPostpaid() && sold != null && end.isAfter(d.now())) {
            // nobody has billed the running period of one who pays afterwards: it will be billed as a whole, unless it began here, later
            Instant begun = PeriodEnd.begun(end, null, new Rhythm(sold.period(), sold.calendar(), ExpiryTime.EXACT), d.zone());
            boolean later = s.getPeriodFrom() != null && s.getPeriodFrom().isAfter(begun);
            s.run(later ? s.getPeriodFrom() : begun, end, Anchor.of(LocalDateTime.ofInstant(end, d.zone())));
        }
        SubscriptionState next = SubscriptionLife.dated(s.getState(), told.expiresAt(), d.now());
        if (next != s.getState()) s.enter(next, null);
    }
}

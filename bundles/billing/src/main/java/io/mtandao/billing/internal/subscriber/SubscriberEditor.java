package io.mtandao.billing.internal.subscriber;

import io.mtandao.api.Invalid;
import io.mtandao.api.billing.Subscribers.Draft;
import io.mtandao.billing.internal.books.Books;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.SubscriberRow;
import io.mtandao.billing.internal.rules.SubscriberFacts;
import io.mtandao.billing.internal.search.WordBook;
import java.util.List;

/** Makes subscribers and changes what is known of them. */
final class SubscriberEditor {
    private final Books books;
    private final Payers payers;

    SubscriberEditor(Books books) {
        this.books = books;
        this.payers = new Payers(books);
    }

    /** @param details null when none were given */
    private record Checked(SubscriberFacts facts, DetailEditor details) {
        /** @throws Invalid with a text for every field that is wrong, of both */
        static Checked of(Desk d, Draft draft) {
            Invalid.Check c = new Invalid.Check();
            SubscriberFacts facts = SubscriberFacts.check(draft, d.region(), c);
            DetailEditor details = draft.details() == null ? null : DetailEditor.check(d, draft.details(), c);
            c.orThrow();
            return new Checked(facts, details);
        }
    }

    SubscriberRow create(Desk d, Draft draft) {
        Checked checked = Checked.of(d, draft);
        Long payer = draft.details() == null ? null : draft.details().payerId();
        payers.check(d, payer);
        SubscriberFacts facts = checked.facts();
        if (facts.account() == null) facts = facts.withAccount(AccountNumbers.next(d), true);
        else AccountNumbers.requireFree(d, facts.accountKey(), null);
        SubscriberRow s = new SubscriberRow(facts);
        s.paidBy(payer);
        d.em().persist(s);
        books.openWallet(d, s.getId());
        if (checked.details() != null) checked.details().write(d, s, DetailBook.of(d, List.of(s)));
        WordBook.fresh(d, s);
        d.audit("subscriber.create", "subscriber", s.getId(), null, DetailBook.of(d, List.of(s)).told(s));
        return s;
    }

    SubscriberRow update(Desk d, long id, int version, Draft draft) {
        SubscriberRow s = d.find(SubscriberRow.class, id, "subscriber");
        s.expectVersion(version, "subscriber");
        Checked checked = Checked.of(d, draft);
        SubscriberFacts facts = checked.facts();
        boolean sameAccount = facts.account() == null || facts.account().equals(s.getAccount());
        if (sameAccount) facts = facts.withAccount(s.getAccount(), s.isAccountMade());
        else AccountNumbers.requireFree(d, facts.accountKey(), id);
        DetailBook book = DetailBook.of(d, List.of(s));
        var before = book.told(s);
        if (checked.details() != null) payers.change(d, s, draft.details().payerId());
        s.set(facts);
        if (checked.details() != null) checked.details().write(d, s, book);
        WordBook.changed(d, List.of(s));
        d.audit("subscriber.update", "subscriber", id, before, DetailBook.of(d, List.of(s)).told(s));
        return s;
    }
}

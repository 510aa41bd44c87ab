package io.mtandao.payment.internal;

import io.mtandao.api.Money;
import io.mtandao.api.NotFound;
import io.mtandao.api.payment.Payment;
import io.mtandao.api.payment.PaymentRequest;
import io.mtandao.payment.internal.entity.PaymentRow;
import io.mtandao.payment.internal.entity.PromptRow;
import io.mtandao.payment.internal.rule.Known;
import io.mtandao.payment.internal.rule.Phones;
import io.mtandao.payment.internal.rule.PromptTimes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import javax.persistence.TypedQuery;

/**
 * The queries on prompts and payments; all inside a unit of work. Whoever is going to book money for a prompt locks the prompt first, then takes the
 * receipt number, then the ledger: always in this order, so that bookings wait for each other instead of dying.
 */
final class PaymentTable {
    private PaymentTable() {}

    static PromptRow lockPrompt(EntityManager em, long id) {
        PromptRow row = em.find(PromptRow.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (row == null) throw new NotFound("payment request");
        return row;
    }

    /** Locks it. */
    static Optional<PromptRow> promptOf(EntityManager em, String method, String providerRef) {
        return locked(em, em.createQuery("select e.id from PromptRow e where e.method = ?1 and e.providerRef = ?2", Long.class)
            .setParameter(1, method).setParameter(2, providerRef)).stream().findFirst();
    }

    /** Prompts of that amount whose name at the provider was never learnt, because it did not answer. Locks them. */
    static List<PromptRow> nameless(EntityManager em, String method, Money amount, Instant since) {
        return locked(em, em.createQuery("select e.id from PromptRow e"
            + " where e.method = ?1 and e.state = ?2 and e.providerRef is null"
            + " and e.amount = ?3 and e.createdAt > ?4 order by e.id",
            Long.class).setParameter(1, method).setParameter(2, PaymentRequest.State.UNKNOWN).setParameter(3, amount.minor()).setParameter(4, since))
            .stream().filter(p -> p.getState() == PaymentRequest.State.UNKNOWN && p.getProviderRef() == null).toList();
    }

    /** Prompts of a subscriber that money of that time and amount can be the answer to. Locks them, so that nobody books one of them meanwhile. */
    static List<PromptRow> answerable(EntityManager em, String method, long subscriberId, Money amount, Instant paidAt) {
        return locked(em, em.createQuery("select e.id from PromptRow e"
            + " where e.subscriberId = ?1 and e.method = ?2"
            + " and e.amount = ?3 and e.createdAt >= ?4 and e.createdAt <= ?5 order by e.id",
            Long.class).setParameter(1, subscriberId).setParameter(2, method).setParameter(3, amount.minor())
            .setParameter(4, PromptTimes.earliestPrompt(paidAt)).setParameter(5, PromptTimes.latestPrompt(paidAt)));
    }

    /** Prompts that the provider calls paid and whose receipt is not known, that were shown on a phone which can be that one. Locks them. */
    static List<PromptRow> awaitingReceipt(EntityManager em, String method, Money amount, Instant paidAt, String phone) {
        return em.createQuery("select e from PromptRow e"
            + " where e.method = ?1"
            + " and e.amount = ?2 and e.createdAt >= ?3 and e.createdAt <= ?4 and e.paidSeenAt is not null order by e.id",
            PromptRow.class).setParameter(1, method).setParameter(2, amount.minor())
            .setParameter(3, PromptTimes.earliestPrompt(paidAt)).setParameter(4, PromptTimes.latestPrompt(paidAt)).getResultList()
            .stream().filter(p -> Phones.mayBe(p.getPhone(), phone)).map(p -> lockPrompt(em, p.getId())).toList();
    }

    /** Unmatched money that can be the answer to a prompt. Locks it. */
    static Optional<PaymentRow> unmatchedAnswer(EntityManager em, PromptRow prompt) {
        return em.createQuery("select e from PaymentRow e"
            + " where e.state = ?1 and e.method = ?2"
            + " and e.amount = ?3 and e.paidAt >= ?4 and e.paidAt <= ?5 order by e.id", PaymentRow.class)
            .setParameter(1, Payment.State.UNMATCHED).setParameter(2, prompt.getMethod()).setParameter(3, prompt.getMoney().minor())
            .setParameter(4, PromptTimes.earliestAnswer(prompt.getCreatedAt())).setParameter(5, PromptTimes.latestAnswer(prompt.getCreatedAt())).getResultList()
            .stream().filter(p -> Phones.mayBe(prompt.getPhone(), p.getPhone())).findFirst().map(p -> lockPayment(em, p.getId()));
    }

    /** Money that came in unasked and can be the answer to a prompt, oldest first. */
    static Optional<PaymentRow> unaskedAnswer(EntityManager em, PromptRow prompt) {
        return em.createQuery("select e from PaymentRow e"
            + " where e.subscriberId = ?1 and e.method = ?2"
            + " and e.amount = ?3 and e.promptId is null and e.paidAt >= ?4 and e.paidAt <= ?5 order by e.id",
            PaymentRow.class).setParameter(1, prompt.getSubscriberId()).setParameter(2, prompt.getMethod()).setParameter(3, prompt.getMoney().minor())
            .setParameter(4, PromptTimes.earliestAnswer(prompt.getCreatedAt())).setParameter(5, PromptTimes.latestAnswer(prompt.getCreatedAt()))
            .setMaxResults(1).getResultStream().findFirst();
    }

    static Optional<PaymentRow> byReceipt(EntityManager em, String method, String receipt) {
        return em.createQuery("select e from PaymentRow e where e.method = ?1 and e.providerReceipt = ?2", PaymentRow.class)
            .setParameter(1, method).setParameter(2, receipt).getResultStream().findFirst();
    }

    /** Another payment that like this one has only its own number to its name: of the same method, subscriber and amount. */
    static Optional<PaymentRow> unnamedTwin(EntityManager em, PaymentRow row, Instant since) {
        return em.createQuery("select e from PaymentRow e where e.method = ?1 and e.subscriberId = ?2 and e.amount = ?3 and e.bookedAt >= ?4 and e.id <> ?5"
            + " and e.providerReceipt = e.receiptNo order by e.id desc", PaymentRow.class)
            .setParameter(1, row.getMethod()).setParameter(2, row.getSubscriberId()).setParameter(3, row.getAmount()).setParameter(4, since).setParameter(5, row.getId())
            .setMaxResults(1).getResultStream().findFirst();
    }

    static PaymentRow lockPayment(EntityManager em, long id) {
        PaymentRow row = em.find(PaymentRow.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (row == null) throw new NotFound("payment");
        return row;
    }

    static Known known(PaymentRow row) {
        return row == null ? null : new Known(row.getId(), row.getReceiptNo(), row.getProviderReceipt(), row.isProvisional(), row.getMoney(), row.getPromptId(),
            row.getState() == Payment.State.UNMATCHED ? null : row.getSubscriberId());
    }

    /** Finds, then locks one by one in the order of ids: Derby refuses FOR UPDATE together with ORDER BY. What is returned is as it is under the lock. */
    private static List<PromptRow> locked(EntityManager em, TypedQuery<Long> ids) {
        return ids.getResultList().stream().map(id -> em.find(PromptRow.class, id, LockModeType.PESSIMISTIC_WRITE)).toList();
    }
}

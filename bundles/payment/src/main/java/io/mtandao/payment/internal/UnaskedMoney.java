package io.mtandao.payment.internal;

import io.mtandao.api.Caller;
import io.mtandao.api.TenantId;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscribers;
import io.mtandao.api.tenant.Settings;
import io.mtandao.payment.internal.Booking.Credited;
import io.mtandao.payment.internal.Booking.Incoming;
import io.mtandao.payment.internal.entity.PaymentRow;
import io.mtandao.payment.internal.entity.PromptRow;
import io.mtandao.payment.internal.rule.Phones;
import io.mtandao.payment.internal.rule.UnaskedRule;
import io.mtandao.payment.internal.rule.Verdict;
import io.mtandao.payment.internal.rule.Verdict.Action;
import io.mtandao.spi.CallbackHandler.Outcome;
import io.mtandao.spi.payment.PaymentNotice.Paid;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Money that announces itself (paybill, till, bank): matched by the account number that the payer typed and by nothing else, or kept in suspense. */
@Component(service = UnaskedMoney.class)
public final class UnaskedMoney {
    private static final int MOST_TYPED = 100;
    private static final int MOST_PHONE = 64;
    private final Booking booking;
    private final Subscribers subscribers;
    private final Settings settings;

    @Activate
    public UnaskedMoney(@Reference Booking booking, @Reference Subscribers subscribers, @Reference Settings settings) {
        this.booking = booking;
        this.subscribers = subscribers;
        this.settings = settings;
    }

    Outcome paid(TenantId tenant, String method, Paid notice, Instant receivedAt) {
        Caller caller = Caller.system(tenant, "payment");
        return booking.unit(tenant, em -> {
            PaymentRow same = notice.receipt() == null ? null : PaymentTable.byReceipt(em, method, notice.receipt()).orElse(null);
            Verdict verdict = UnaskedRule.decide(notice, PaymentTable.known(same), settings.get(caller).currency());
            if (verdict.action() != Action.BOOK) return new Outcome(verdict.action() != Action.QUARANTINE, verdict.text());
            Optional<Subscriber> whose = notice.reference() == null || notice.reference().isBlank() ? Optional.empty() : subscribers.byAccount(caller, notice.reference());
            Instant paidAt = notice.paidAt() == null ? receivedAt : notice.paidAt();
            return whose.isPresent() ? book(em, caller, method, notice, paidAt, whose.get()) : suspend(em, caller, method, notice, paidAt);
        });
    }

    private Outcome book(EntityManager em, Caller caller, String method, Paid notice, Instant paidAt, Subscriber s) {
        // the same money may have been booked as a prompt's, when the provider said "paid" but did not say the receipt
        Optional<Outcome> completed = complete(em, caller, notice, PaymentTable.answerable(em, method, s.id(), notice.amount(), paidAt));
        if (completed.isPresent()) return completed.get();
        PaymentRow row = booking.book(em, caller, incoming(method, notice, paidAt), new Credited(s.id(), s.name()), null);
        return new Outcome(true, "booked as " + row.getReceiptNo() + " for " + s.accountNumber());
    }

    private Outcome suspend(EntityManager em, Caller caller, String method, Paid notice, Instant paidAt) {
        // a till has no account numbers: what its prompts brought is told apart by phone, amount and time
        List<PromptRow> awaiting = PaymentTable.awaitingReceipt(em, method, notice.amount(), paidAt, notice.phone());
        Optional<Outcome> completed = complete(em, caller, notice, awaiting);
        if (completed.isPresent()) return completed.get();
        PaymentRow row = booking.unmatched(em, caller, incoming(method, notice, paidAt));
        return new Outcome(true, "booked as " + row.getReceiptNo() + ", unmatched: no account \"" + cut(notice.reference()) + "\"");
    }

    private Optional<Outcome> complete(EntityManager em, Caller caller, Paid notice, List<PromptRow> prompts) {
        for (PromptRow prompt : prompts) {
            PaymentRow standing = prompt.getPaymentId() == null ? null : PaymentTable.lockPayment(em, prompt.getPaymentId());
            if (standing == null || !standing.isProvisional()) continue;
            booking.complete(caller, standing, notice.receipt(), payer(notice));
            return Optional.of(new Outcome(true, "the receipt of " + standing.getReceiptNo()));
        }
        return Optional.empty();
    }

    private static Incoming incoming(String method, Paid notice, Instant paidAt) {
        return new Incoming(method, notice.receipt(), false, notice.amount(), payer(notice), phone(notice), cut(notice.reference()), null, paidAt);
    }

    private static String payer(Paid notice) {
        return cut(notice.payer() == null ? Phones.masked(notice.phone()) : notice.payer());
    }

    private static String phone(Paid notice) {
        String masked = Phones.masked(notice.phone());
        return masked == null || masked.length() <= MOST_PHONE ? masked : masked.substring(0, MOST_PHONE);
    }

    private static String cut(String text) {
        return text == null || text.length() <= MOST_TYPED ? text : text.substring(0, MOST_TYPED);
    }
}

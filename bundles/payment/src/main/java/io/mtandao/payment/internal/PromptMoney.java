package io.mtandao.payment.internal;

import io.mtandao.api.Caller;
import io.mtandao.api.TenantId;
import io.mtandao.api.Unavailable;
import io.mtandao.payment.internal.Booking.Credited;
import io.mtandao.payment.internal.Booking.Incoming;
import io.mtandao.payment.internal.entity.PaymentRow;
import io.mtandao.payment.internal.entity.PromptRow;
import io.mtandao.payment.internal.rule.AnswerRule;
import io.mtandao.payment.internal.rule.AnswerRule.Asked;
import io.mtandao.payment.internal.rule.Phones;
import io.mtandao.payment.internal.rule.PromptTimes;
import io.mtandao.payment.internal.rule.Verdict;
import io.mtandao.payment.internal.rule.Verdict.Action;
import io.mtandao.spi.CallbackHandler.Outcome;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.payment.PaymentNotice.Failed;
import io.mtandao.spi.payment.PaymentNotice.Paid;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a prompt brought: decided by {@link AnswerRule}, booked by {@link Booking}, with the prompt locked all the while. */
@Component(service = PromptMoney.class)
public final class PromptMoney {
    private final Booking booking;
    private final PaymentPlugins plugins;
    private final Clock clock;

    @Activate
    public PromptMoney(@Reference Booking booking, @Reference PaymentPlugins plugins, @Reference Clock clock) {
        this.booking = booking;
        this.plugins = plugins;
        this.clock = clock;
    }

    /**
     * A provider says that a prompt was paid. Asks it back, outside any unit of work, when the notice is not proven by itself.
     *
     * @throws Unavailable when the prompt may not be known yet: to be tried again soon
     * @throws VendorProblem when the provider cannot say: to be tried again, ever more seldom
     */
    Outcome paid(TenantId tenant, String method, Paid notice, Instant receivedAt) {
        Verdict verdict = decide(tenant, method, notice, receivedAt, false);
        if (verdict.action() == Action.ASK_BACK) {
            switch (plugins.query(tenant, method, notice.providerRef()).state()) {
                case PAID -> verdict = decide(tenant, method, notice, receivedAt, true);
                case FAILED -> verdict = new Verdict(Action.QUARANTINE, "the provider, asked back, denies that " + notice.providerRef() + " was paid");
                case PENDING -> {
                    if (PromptTimes.mayHaveOvertaken(receivedAt, clock.instant())) throw new VendorProblem(VendorProblem.Outcome.RETRY, "the provider, asked back, does not know yet");
                    verdict = new Verdict(Action.QUARANTINE, "the provider, asked back, never confirmed " + notice.providerRef());
                }
            }
        }
        return new Outcome(verdict.action() != Action.QUARANTINE, verdict.text());
    }

    private Verdict decide(TenantId tenant, String method, Paid notice, Instant receivedAt, boolean confirmed) {
        return booking.unit(tenant, em -> {
            PromptRow prompt = PaymentTable.promptOf(em, method, notice.providerRef()).or(() -> nameless(em, method, notice, receivedAt)).orElse(null);
            if (prompt == null) {
                if (PromptTimes.mayHaveOvertaken(receivedAt, clock.instant())) throw new Unavailable("no prompt " + notice.providerRef() + " is known yet");
                return new Verdict(Action.QUARANTINE, "there is no prompt " + notice.providerRef());
            }
            PaymentRow own = prompt.getPaymentId() == null ? null : PaymentTable.lockPayment(em, prompt.getPaymentId());
            PaymentRow same = notice.receipt() == null ? null : PaymentTable.byReceipt(em, method, notice.receipt()).orElse(null);
            boolean saidPaid = prompt.getPaidSeenAt() != null;
            Asked asked = new Asked(prompt.getId(), prompt.getSubscriberId(), prompt.getMoney(), prompt.getPhone(), saidPaid, PaymentTable.known(own));
            Verdict verdict = AnswerRule.decide(notice, asked, PaymentTable.known(same), confirmed);
            if (prompt.getProviderRef() == null && verdict.action() != Action.ASK_BACK && verdict.action() != Action.QUARANTINE) prompt.adopt(notice.providerRef());
            act(em, Caller.system(tenant, "payment"), verdict.action(), notice, receivedAt, prompt, own, same);
            return verdict;
        });
    }

    /** The provider never told us this prompt's name; phone and amount tell whose answer it is, if only one prompt can be meant. */
    private static Optional<PromptRow> nameless(EntityManager em, String method, Paid notice, Instant receivedAt) {
        if (notice.amount() == null) return Optional.empty();
        List<PromptRow> meant = PaymentTable.nameless(em, method, notice.amount(), receivedAt.minus(PromptTimes.SEND_UNTIL)).stream()
            .filter(p -> Phones.bothTold(p.getPhone(), notice.phone()) && Phones.same(p.getPhone(), notice.phone())).toList();
        return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
    }

    private void act(EntityManager em, Caller caller, Action action, Paid notice, Instant receivedAt, PromptRow prompt, PaymentRow own, PaymentRow same) {
        switch (action) {
            case BOOK -> {
                String phone = Phones.masked(prompt.getPhone());
                Instant paidAt = notice.paidAt() == null ? receivedAt : notice.paidAt();
                booking.book(em, caller, new Incoming(prompt.getMethod(), notice.receipt(), false, prompt.getMoney(), notice.payer() == null ? phone : notice.payer(), phone,
                    prompt.getAccount(), null, paidAt), whose(prompt), prompt);
            }
            case COMPLETE -> booking.complete(caller, own, notice.receipt(), notice.payer());
            case LINK -> booking.link(caller, same, prompt);
            case ASSIGN -> {
                booking.assign(caller, PaymentTable.lockPayment(em, same.getId()), whose(prompt));
                booking.link(caller, same, prompt);
            }
            default -> {}
        }
    }

    /** Asked for the receipt in vain: books without it, unless the same money came in unasked. Does nothing when it is booked by now. */
    void bookWithoutReceipt(TenantId tenant, long promptId) {
        Caller caller = Caller.system(tenant, "payment");
        booking.unit(tenant, em -> {
            PromptRow prompt = PaymentTable.lockPrompt(em, promptId);
            if (prompt.getPaymentId() != null) return null;
            Optional<PaymentRow> unasked = PaymentTable.unaskedAnswer(em, prompt), unmatched = PaymentTable.unmatchedAnswer(em, prompt);
            if (unasked.isPresent()) booking.link(caller, unasked.get(), prompt);
            else if (unmatched.isPresent()) {
                booking.assign(caller, unmatched.get(), whose(prompt));
                booking.link(caller, unmatched.get(), prompt);
            } else booking.book(em, caller, standIn(prompt), whose(prompt), prompt);
            return null;
        });
    }

    private static Incoming standIn(PromptRow p) {
        String phone = Phones.masked(p.getPhone());
        return new Incoming(p.getMethod(), p.getProviderRef(), true, p.getMoney(), phone, phone, p.getAccount(), "receipt not told by the provider", p.getPaidSeenAt());
    }

    /** A prompt ended without money; never said of one that was paid. */
    Outcome failed(TenantId tenant, String method, Failed notice, Instant receivedAt) {
        return booking.unit(tenant, em -> {
            PromptRow prompt = PaymentTable.promptOf(em, method, notice.providerRef()).orElse(null);
            if (prompt == null) {
                if (PromptTimes.mayHaveOvertaken(receivedAt, clock.instant())) throw new Unavailable("no prompt " + notice.providerRef() + " is known yet");
                return new Outcome(false, "there is no prompt " + notice.providerRef());
            }
            if (prompt.getPaymentId() != null) return new Outcome(true, "prompt " + prompt.getId() + " was paid before; this changes nothing");
            if (prompt.getPaidSeenAt() != null) return new Outcome(false, "the provider, asked by us, had said that prompt " + prompt.getId() + " is paid");
            prompt.fail(notice.text());
            return new Outcome(true, "prompt " + prompt.getId() + " failed: " + notice.text());
        });
    }

    private static Credited whose(PromptRow prompt) {
        return new Credited(prompt.getSubscriberId(), prompt.getSubscriberName());
    }
}

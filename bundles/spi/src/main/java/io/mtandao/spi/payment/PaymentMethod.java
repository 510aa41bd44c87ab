package io.mtandao.spi.payment;

import io.mtandao.api.Money;
import io.mtandao.spi.Plugin;
import io.mtandao.spi.RawCallback;
import io.mtandao.spi.TenantContext;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** A way to pay. Capabilities: {@code push} (a prompt on the payer's phone), {@code callback} (money announces itself), {@code desk} (staff takes the money). */
@ConsumerType
public interface PaymentMethod<S> extends Plugin<S> {
    String PUSH = "push";
    String CALLBACK = "callback";
    String DESK = "desk";

    /**
     * Sends a prompt to the payer's phone.
     *
     * @throws io.mtandao.spi.VendorProblem RETRY or REFUSED or MISCONFIGURED when surely nothing was prompted; UNKNOWN otherwise
     */
    default Prompt push(TenantContext<S> context, PushOrder order) {
        throw new IllegalStateException("cannot push");
    }

    /** Asks what became of a prompt. */
    default PushState query(TenantContext<S> context, String providerRef) {
        throw new IllegalStateException("cannot push");
    }

    /** Whether staff who take money at the desk must enter a reference of their own (a paper receipt's number). No calls to anybody. */
    default boolean requiresReference(TenantContext<S> context) {
        return true;
    }

    /** What a stored callback says. Pure: no calls, no state. An empty list when it says nothing about money. */
    default List<PaymentNotice> interpret(TenantContext<S> context, RawCallback callback) {
        return List.of();
    }

    /** Where somebody pays who is not prompted, to be printed on bills. Pure: no calls, no state. Empty when there is no such place. */
    default Optional<PayTo> payTo(TenantContext<S> context) {
        return Optional.empty();
    }

    /**
     * @param place for people and scanners, at most 60 characters, for example "Paybill 174379"
     * @param takesReference whether payers type their account number there
     */
    record PayTo(String place, boolean takesReference) {}

    /** @param requestId the platform's own id @param phone E.164 @param reference the subscriber's account number */
    record PushOrder(String requestId, String phone, Money amount, String reference, String description) {}

    /** @param providerRef by which callbacks and queries name this prompt */
    record Prompt(String providerRef, String text) {}

    /** @param state PAID means that the provider says so; the receipt may still be unknown @param receipt null when not told */
    record PushState(State state, String receipt, String text) {
        public enum State {
            PENDING,
            PAID,
            FAILED
        }
    }
}

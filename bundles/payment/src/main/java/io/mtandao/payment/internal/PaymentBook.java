package io.mtandao.payment.internal;

import io.mtandao.api.Caller;
import io.mtandao.api.Forbidden;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.NotFound;
import io.mtandao.api.Page;
import io.mtandao.api.Permission;
import io.mtandao.api.payment.Payment;
import io.mtandao.api.payment.PaymentRequest;
import io.mtandao.api.payment.Payments;
import io.mtandao.payment.internal.entity.PaymentRow;
import io.mtandao.payment.internal.entity.PromptRow;
import io.mtandao.persistence.TenantTx;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Payments as other bundles see them: asks for rights, then hands on. */
@Component
public final class PaymentBook implements Payments {
    private final TenantTx tx;
    private final PaymentLists lists;
    private final MoneyDesk desk;
    private final PromptDesk prompts;

    @Activate
    public PaymentBook(@Reference TenantTx tx, @Reference PaymentLists lists, @Reference MoneyDesk desk, @Reference PromptDesk prompts) {
        this.tx = tx;
        this.lists = lists;
        this.desk = desk;
        this.prompts = prompts;
    }

    @Override
    public Page<Payment> list(Caller caller, ListQuery query) {
        caller.require(Permission.PAYMENTS_READ);
        return lists.payments(caller, query);
    }

    @Override
    public long count(Caller caller, ListQuery query) {
        caller.require(Permission.PAYMENTS_READ);
        return lists.count(caller, query);
    }

    @Override
    public Payment get(Caller caller, long id) {
        caller.require(Permission.PAYMENTS_READ);
        return tx.in(caller.tenant(), em -> Optional.ofNullable(em.find(PaymentRow.class, id)).map(PaymentRow::toPayment)).orElseThrow(() -> new NotFound("payment"));
    }

    @Override
    public Payment receiveAtDesk(Caller caller, String method, long subscriberId, Money amount, String reference, String note) {
        caller.require(Permission.PAYMENTS_WRITE);
        return desk.receive(caller, method, subscriberId, amount, reference, note);
    }

    @Override
    public Payment assign(Caller caller, long paymentId, long subscriberId) {
        caller.require(Permission.PAYMENTS_WRITE);
        return desk.assign(caller, paymentId, subscriberId);
    }

    @Override
    public PaymentRequest request(Caller caller, long subscriberId, String method, String phone, Money amount) {
        either(caller, Permission.PAYMENTS_REQUEST, Permission.PAYMENTS_WRITE);
        return prompts.request(caller, subscriberId, method, phone, amount);
    }

    @Override
    public PaymentRequest requestById(Caller caller, long id) {
        either(caller, Permission.PAYMENTS_READ, Permission.PAYMENTS_REQUEST);
        return tx.in(caller.tenant(), em -> Optional.ofNullable(em.find(PromptRow.class, id)).map(PromptRow::toRequest)).orElseThrow(() -> new NotFound("payment request"));
    }

    @Override
    public Page<PaymentRequest> requests(Caller caller, ListQuery query) {
        caller.require(Permission.PAYMENTS_READ);
        return lists.prompts(caller, query);
    }

    @Override
    public Takings takings(Caller caller) {
        either(caller, Permission.DASHBOARD_READ, Permission.PAYMENTS_READ);
        return lists.takings(caller);
    }

    private static void either(Caller caller, Permission one, Permission other) {
        if (!caller.may(one) && !caller.may(other)) throw new Forbidden(one);
    }
}

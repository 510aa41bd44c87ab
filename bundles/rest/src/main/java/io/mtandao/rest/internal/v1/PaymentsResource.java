package io.mtandao.rest.internal.v1;

import static io.mtandao.api.Permission.PAYMENTS_READ;
import static io.mtandao.api.Permission.PAYMENTS_WRITE;

import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.payment.Payment;
import io.mtandao.api.payment.Payments;
import io.mtandao.rest.internal.edge.Field;
import io.mtandao.rest.internal.edge.Identified;
import io.mtandao.rest.internal.edge.Lists;
import io.mtandao.rest.internal.edge.Operation;
import io.mtandao.rest.internal.edge.Params;
import io.mtandao.rest.internal.edge.Query;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Map;

@Path("/v1/payments")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class PaymentsResource {
    private final Payments payments;

    public PaymentsResource(Payments payments) {
        this.payments = payments;
    }

    @GET
    @Lists(search = "receipt, provider's receipt, reference and payer", sorts = {"paidAt", "amount", "createdAt"})
    @Query(value = "subscriberId", type = Long.class, help = "only this subscriber's")
    @Query(value = "method", help = "only by this plugin, for example mpesa")
    @Query(value = "state", type = Payment.State.class, help = "only in this state")
    @Query(value = "from", type = Instant.class, help = "not before this instant")
    @Query(value = "to", type = Instant.class, help = "before this instant")
    @Operation(value = "Lists payments, newest first.", needs = PAYMENTS_READ)
    public ListOf<PaymentView> listPayments(@Context Caller caller, @Context Params params) {
        return ListOf.of(payments.list(caller, params.list()), PaymentView::of);
    }

    @POST
    @Operation(value = "Books money handed over at the desk. The same reference twice is refused.", needs = PAYMENTS_WRITE, status = 201)
    public PaymentView receiveAtDesk(@Context Caller caller, DeskPayment p) {
        return PaymentView.of(payments.receiveAtDesk(caller, p.method, p.subscriberId, Amount.money(p.amount, "amount"), p.reference, p.note));
    }

    @GET
    @Path("{id}")
    @Operation(value = "One payment.", needs = PAYMENTS_READ)
    public PaymentView getPayment(@Context Caller caller, @PathParam("id") long id) {
        return PaymentView.of(payments.get(caller, id));
    }

    @GET
    @Path("unmatched")
    @Lists
    @Operation(value = "Money that came in for nobody known, newest first.", needs = PAYMENTS_READ)
    public ListOf<PaymentView> listUnmatched(@Context Caller caller, @Context Params params) {
        ListQuery page = params.list();
        ListQuery unmatched = new ListQuery(null, Map.of("state", Payment.State.UNMATCHED.name()), null, page.limit(), page.cursor());
        return ListOf.of(payments.list(caller, unmatched), PaymentView::of);
    }

    @POST
    @Path("unmatched/{id}/assign")
    @Operation(value = "Gives unmatched money to a subscriber.", needs = PAYMENTS_WRITE)
    public PaymentView assignPayment(@Context Caller caller, @PathParam("id") long id, Assignment to) {
        return PaymentView.of(payments.assign(caller, id, to.subscriberId));
    }

    public record DeskPayment(
            @Field(needed = true, eg = "cash", help = "an enabled desk method") String method,
            @Field(needed = true) Long subscriberId,
            @Field(needed = true) Amount amount,
            @Field(eg = "receipt book 3, page 17", help = "the desk's own, unique; needed unless the method's settings let staff go without") String reference,
            @Field(eg = "paid by her brother") String note) {}

    public record Assignment(@Field(needed = true) Long subscriberId) {}

    public record PaymentView(
            long id,
            @Field(eg = "R-000017", help = "gapless receipt number") String number,
            @Field(needed = true, eg = "mpesa") String method,
            @Field(eg = "TKM4XQ81LP", help = "the provider's own id") String providerReceipt,
            @Field(needed = true) Amount amount,
            @Field(needed = true) Payment.State state,
            Long subscriberId,
            @Field(eg = "Grace Muthoni") String subscriberName,
            @Field(eg = "2547*****678") String payer,
            @Field(eg = "MT-1000", help = "what the payer typed") String reference,
            @Field(needed = true) Instant paidAt,
            Instant bookedAt) implements Identified {
        static PaymentView of(Payment p) {
            return new PaymentView(p.id(), p.number(), p.method(), p.providerReceipt(), Amount.of(p.amount()), p.state(), p.subscriberId(), p.subscriberName(), p.payer(),
                p.reference(), p.paidAt(), p.bookedAt());
        }
    }
}

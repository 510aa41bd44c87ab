package io.mtandao.rest.internal.v1;

import static io.mtandao.api.Permission.PAYMENTS_READ;
import static io.mtandao.api.Permission.PAYMENTS_REQUEST;
import static io.mtandao.api.Permission.PAYMENTS_WRITE;

import io.mtandao.api.Caller;
import io.mtandao.api.payment.PaymentRequest;
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

@Path("/v1/payments/requests")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class PaymentRequestsResource {
    private final Payments payments;

    public PaymentRequestsResource(Payments payments) {
        this.payments = payments;
    }

    @POST
    @Operation(value = "Asks a subscriber to pay by phone (for example an STK push).", needs = {PAYMENTS_REQUEST, PAYMENTS_WRITE}, status = 201)
    public PaymentRequestView requestPayment(@Context Caller caller, PaymentRequestDraft r) {
        return PaymentRequestView.of(payments.request(caller, r.subscriberId, r.method, r.phone, Amount.money(r.amount, "amount")));
    }

    @GET
    @Lists
    @Query(value = "subscriberId", type = Long.class, help = "only this subscriber's")
    @Query(value = "method", help = "only by this plugin, for example mpesa")
    @Query(value = "state", type = PaymentRequest.State.class, help = "only in this state")
    @Operation(value = "Lists requests to pay, newest first.", needs = PAYMENTS_READ)
    public ListOf<PaymentRequestView> listPaymentRequests(@Context Caller caller, @Context Params params) {
        return ListOf.of(payments.requests(caller, params.list()), PaymentRequestView::of);
    }

    @GET
    @Path("{id}")
    @Operation(value = "One request to pay, and how it stands.", needs = {PAYMENTS_READ, PAYMENTS_REQUEST})
    public PaymentRequestView getPaymentRequest(@Context Caller caller, @PathParam("id") long id) {
        return PaymentRequestView.of(payments.requestById(caller, id));
    }

    public record PaymentRequestDraft(
            @Field(needed = true) Long subscriberId,
            @Field(eg = "mpesa", help = "null for the ISP's first that can") String method,
            @Field(eg = "0712 345 678", help = "null for the subscriber's") String phone,
            @Field(help = "null for what is due") Amount amount) {}

    public record PaymentRequestView(
            long id,
            long subscriberId,
            @Field(needed = true, eg = "mpesa") String method,
            @Field(needed = true) Amount amount,
            @Field(eg = "+254712345678") String phone,
            @Field(needed = true) PaymentRequest.State state,
            @Field(eg = "waiting for the PIN", help = "for a person") String text,
            @Field(help = "once it is paid") Long paymentId,
            @Field(needed = true) Instant createdAt) implements Identified {
        static PaymentRequestView of(PaymentRequest r) {
            return new PaymentRequestView(r.id(), r.subscriberId(), r.method(), Amount.of(r.amount()), r.phone(), r.state(), r.text(), r.paymentId(), r.createdAt());
        }
    }
}

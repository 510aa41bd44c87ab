package io.mtandao.rest.internal.v1;

import static io.mtandao.api.Permission.SUBSCRIPTIONS_READ;
import static io.mtandao.api.Permission.WALLETS_ADJUST;

import io.mtandao.api.Caller;
import io.mtandao.api.billing.Deposit;
import io.mtandao.api.billing.Subscriptions;
import io.mtandao.rest.internal.edge.Field;
import io.mtandao.rest.internal.edge.Operation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;

/** What was left as security for a subscription. */
@Path("/v1/subscriptions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class DepositsResource {
    private final Subscriptions subscriptions;

    public DepositsResource(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @GET
    @Path("{id}/deposit")
    @Operation(value = "What the ISP holds as deposit, or what became of it.", needs = SUBSCRIPTIONS_READ)
    public DepositView getDeposit(@Context Caller caller, @PathParam("id") long id) {
        return DepositView.of(subscriptions.deposit(caller, id));
    }

    @POST
    @Path("{id}/deposit")
    @Operation(value = "Gives the deposit of a cancelled subscription back into the wallet that it came from, sets it off against debts, or keeps it; once.", needs = WALLETS_ADJUST)
    public DepositView settleDeposit(@Context Caller caller, @PathParam("id") long id, Settlement how) {
        return DepositView.of(subscriptions.settleDeposit(caller, id, new Deposit.Settlement(how.choice, Amount.money(how.kept, "kept"), how.reason)));
    }

    public record Settlement(
            @Field(needed = true, eg = "keep") Deposit.Choice choice,
            @Field(eg = "null", help = "with keep: how much; null for all of it, else the rest goes into the wallet") Amount kept,
            @Field(eg = "router not returned", help = "needed with keep") String reason) {}

    public record DepositView(
            long subscriptionId,
            @Field(needed = true, help = "now; zero when it is settled") Amount held,
            @Field(help = "null before its end") SettledView settled) {
        static DepositView of(Deposit d) {
            return new DepositView(d.subscriptionId(), Amount.of(d.held()), d.settled() == null ? null : SettledView.of(d.settled()));
        }
    }

    public record SettledView(
            @Field(needed = true) Deposit.Choice choice,
            @Field(needed = true, help = "into the wallet") Amount returned,
            @Field(needed = true, help = "for damages") Amount kept,
            @Field(eg = "router not returned") String reason,
            @Field(needed = true) Instant at,
            @Field(eg = "Wanjiku Kamau") String by) {
        static SettledView of(Deposit.Settled s) {
            return new SettledView(s.choice(), Amount.of(s.returned()), Amount.of(s.kept()), s.reason(), s.at(), s.by());
        }
    }
}

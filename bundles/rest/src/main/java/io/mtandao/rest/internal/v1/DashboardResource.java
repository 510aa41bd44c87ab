package io.mtandao.rest.internal.v1;

import static io.mtandao.api.Permission.DASHBOARD_READ;

import io.mtandao.api.Caller;
import io.mtandao.api.billing.Figures;
import io.mtandao.api.payment.Payments;
import io.mtandao.rest.internal.edge.Field;
import io.mtandao.rest.internal.edge.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;

@Path("/v1/dashboard")
@Produces(MediaType.APPLICATION_JSON)
public final class DashboardResource {
    private final Figures figures;
    private final Payments payments;

    public DashboardResource(Figures figures, Payments payments) {
        this.figures = figures;
        this.payments = payments;
    }

    @GET
    @Operation(value = "The figures of the day.", needs = DASHBOARD_READ)
    public Dashboard getDashboard(@Context Caller caller) {
        return new Dashboard(Counts.of(figures.counts(caller)), Takings.of(payments.takings(caller)));
    }

    public record Dashboard(@Field(needed = true) Counts counts, @Field(needed = true) Takings takings) {}

    public record Counts(
            long subscribers,
            long active,
            long expired,
            long pending,
            long expiringIn3Days,
            @Field(needed = true, help = "what the wallets below zero owe together") Amount owed) {
        static Counts of(Figures.Counts c) {
            return new Counts(c.subscribers(), c.active(), c.expired(), c.pending(), c.expiringIn3Days(), Amount.of(c.owed()));
        }
    }

    public record Takings(
            @Field(needed = true) Amount today,
            @Field(needed = true) Amount month,
            @Field(help = "payments that wait to be assigned") long unmatched,
            @Field(needed = true) Amount unmatchedSum,
            Instant lastPayment) {
        static Takings of(Payments.Takings t) {
            return new Takings(Amount.of(t.today()), Amount.of(t.month()), t.unmatched(), Amount.of(t.unmatchedSum()), t.lastPayment());
        }
    }
}

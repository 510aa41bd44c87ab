package io.mtandao.rest.internal.v1;

import static io.mtandao.api.Permission.SETTINGS_READ;
import static io.mtandao.api.Permission.SETTINGS_WRITE;

import io.mtandao.api.Caller;
import io.mtandao.api.billing.BillingPolicies;
import io.mtandao.api.billing.BillingPolicy;
import io.mtandao.rest.internal.edge.Field;
import io.mtandao.rest.internal.edge.IfMatch;
import io.mtandao.rest.internal.edge.Operation;
import io.mtandao.rest.internal.v1.BillingPolicyView.DunningStepView;
import io.mtandao.rest.internal.v1.BillingPolicyView.FuseView;
import io.mtandao.rest.internal.v1.BillingPolicyView.NumberingView;
import io.mtandao.rest.internal.v1.BillingPolicyView.RenewalView;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

@Path("/v1/billing-policy")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class BillingPolicyResource {
    private final BillingPolicies policies;

    public BillingPolicyResource(BillingPolicies policies) {
        this.policies = policies;
    }

    @GET
    @Operation(value = "How the ISP bills.", needs = SETTINGS_READ)
    public BillingPolicyView getBillingPolicy(@Context Caller caller) {
        return BillingPolicyView.of(policies.get(caller));
    }

    @PUT
    @Operation(value = "Replaces how the ISP bills; holds from the next bill, payment and cut on.", needs = SETTINGS_WRITE)
    public BillingPolicyView updateBillingPolicy(@Context Caller caller, @Context IfMatch read, BillingPolicyDraft draft) {
        return BillingPolicyView.of(policies.update(caller, draft.toPolicy(read.version())));
    }

    public record BillingPolicyDraft(
            @Field(needed = true) RenewalView renewal,
            @Field(needed = true, eg = "14", help = "a postpaid bill is due so many days after it was written, 0 to 90") Integer dueDays,
            @Field(needed = true, help = "what happens around the due date of a postpaid bill, per service; one action a day") List<DunningStepView> dunning,
            @Field(help = "what one late-fee step charges; null when there is none") ReductionView lateFee,
            @Field(help = "the most that one run bills one subscriber; what is above is parked; null for none") Amount ceiling,
            @Field(needed = true, help = "when the cutting stops and asks") FuseView fuse,
            @Field(needed = true) NumberingView numbering) {
        BillingPolicy toPolicy(int version) {
            return new BillingPolicy(version, renewal.toPolicy(), dueDays, dunning.stream().map(DunningStepView::toStep).toList(),
                ReductionView.reduction(lateFee, "lateFee"),
                Amount.money(ceiling, "ceiling"), fuse.toFuse(), numbering.toNumbering());
        }
    }
}

package io.mtandao.rest.internal.v1;

import io.mtandao.api.Origin;
import io.mtandao.api.tenant.OperatorAccounts;
import io.mtandao.api.tenant.Operators.Operator;
import io.mtandao.rest.internal.edge.Field;
import io.mtandao.rest.internal.edge.ForOperator;
import io.mtandao.rest.internal.edge.Identified;
import io.mtandao.rest.internal.edge.Lists;
import io.mtandao.rest.internal.edge.Operation;
import io.mtandao.rest.internal.edge.Params;
import io.mtandao.rest.internal.edge.Public;
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

@Path("/v1/operator/accounts")
@ForOperator
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class OperatorAccountsResource {
    private final OperatorAccounts accounts;

    public OperatorAccountsResource(OperatorAccounts accounts) {
        this.accounts = accounts;
    }

    @GET
    @Lists(search = "name and e-mail address")
    @Query(value = "active", type = Boolean.class, help = "only those who may sign in, or only those who may not")
    @Operation("Lists the operators' accounts.")
    public ListOf<AccountView> listOperators(@Context Operator operator, @Context Params params) {
        return ListOf.of(accounts.list(operator, params.list()), AccountView::of);
    }

    @POST
    @Path("invitations")
    @Operation(value = "Makes a link by which whoever has it makes the operator's account of that address, once within 24 hours.", shownOnce = true)
    public OperatorLink inviteOperator(@Context Operator operator, Invitation invitation) {
        return new OperatorLink(accounts.invite(operator, invitation.email));
    }

    @POST
    @Path("{id}/password-link")
    @Operation(value = "Makes a link that sets another operator's new password once within 24 hours, to be handed over.", shownOnce = true)
    public OperatorLink operatorPasswordLink(@Context Operator operator, @PathParam("id") long id) {
        return new OperatorLink(accounts.passwordLink(operator, id));
    }

    @POST
    @Path("{id}/deactivate")
    @Operation("Ends an operator's sessions and links and lets them in no more; not oneself.")
    public void deactivateOperator(@Context Operator operator, @PathParam("id") long id) {
        accounts.deactivate(operator, id);
    }

    @POST
    @Path("{id}/reactivate")
    @Operation("Lets an operator in again.")
    public void reactivateOperator(@Context Operator operator, @PathParam("id") long id) {
        accounts.reactivate(operator, id);
    }

    @POST
    @Path("links/use")
    @Public
    @Operation("Makes the account, or sets the password, by the token of an operator's link.")
    public void useOperatorLink(@Context Origin origin, LinkUse use) {
        accounts.use(use.token, use.fullName, use.password, origin);
    }

    public record Invitation(@Field(needed = true, eg = "amina@example.com") String email) {}

    public record OperatorLink(@Field(needed = true, eg = "/ui/operator/link?token=ml_9fQ2…", help = "the path after the platform's address") String path) {}

    public record LinkUse(
            @Field(needed = true, eg = "ml_9fQ2…") String token,
            @Field(eg = "Amina Yusuf", help = "needed for a new account") String fullName,
            @Field(needed = true, eg = "correct horse battery staple") String password) {}

    public record AccountView(
            long id,
            @Field(needed = true, eg = "Amina Yusuf") String fullName,
            @Field(needed = true, eg = "amina@example.com") String email,
            boolean active,
            @Field(needed = true) Instant createdAt) implements Identified {
        static AccountView of(OperatorAccounts.Account a) {
            return new AccountView(a.id(), a.fullName(), a.email(), a.active(), a.createdAt());
        }
    }
}

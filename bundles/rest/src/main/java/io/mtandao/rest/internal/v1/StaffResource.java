package io.mtandao.rest.internal.v1;

import static io.mtandao.api.Permission.STAFF_READ;
import static io.mtandao.api.Permission.STAFF_WRITE;

import io.mtandao.api.Caller;
import io.mtandao.api.Role;
import io.mtandao.api.tenant.Staff;
import io.mtandao.rest.internal.edge.Field;
import io.mtandao.rest.internal.edge.Identified;
import io.mtandao.rest.internal.edge.IfMatch;
import io.mtandao.rest.internal.edge.Lists;
import io.mtandao.rest.internal.edge.Operation;
import io.mtandao.rest.internal.edge.Params;
import io.mtandao.rest.internal.edge.Query;
import io.mtandao.rest.internal.edge.Versioned;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;

@Path("/v1/staff")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class StaffResource {
    private final Staff staff;

    public StaffResource(Staff staff) {
        this.staff = staff;
    }

    @GET
    @Lists(search = "name and e-mail", sorts = {"fullName", "email", "createdAt"})
    @Query(value = "role", type = Role.class, help = "only this role")
    @Query(value = "active", type = Boolean.class, help = "only those who may (or may not) sign in")
    @Operation(value = "Lists the ISP's people.", needs = STAFF_READ)
    public ListOf<MemberView> listStaff(@Context Caller caller, @Context Params params) {
        return ListOf.of(staff.list(caller, params.list()), MemberView::of);
    }

    @POST
    @Operation(value = "Adds a member; without a password the account waits for its one-time link.", needs = STAFF_WRITE, status = 201)
    public MemberView createStaff(@Context Caller caller, MemberDraft draft) {
        return MemberView.of(staff.create(caller, draft.toDraft()));
    }

    @GET
    @Path("{id}")
    @Operation("One member; for others than oneself this needs staff:read.")
    public MemberView getStaff(@Context Caller caller, @PathParam("id") long id) {
        return MemberView.of(staff.get(caller, id));
    }

    @PUT
    @Path("{id}")
    @Operation(value = "Replaces a member's data; a null password leaves the old one.", needs = STAFF_WRITE)
    public MemberView updateStaff(@Context Caller caller, @Context IfMatch read, @PathParam("id") long id, MemberDraft draft) {
        return MemberView.of(staff.update(caller, id, read.version(), draft.toDraft()));
    }

    @DELETE
    @Path("{id}")
    @Operation(value = "Removes a member; not the last owner, and not oneself.", needs = STAFF_WRITE)
    public void deleteStaff(@Context Caller caller, @PathParam("id") long id) {
        staff.delete(caller, id);
    }

    @POST
    @Path("{id}/one-time-link")
    @Operation(value = "Makes a link that sets a new password once within 24 hours, to be handed over when there is no mail.", needs = STAFF_WRITE, shownOnce = true)
    public OneTimeLink oneTimeLink(@Context Caller caller, @PathParam("id") long id) {
        return new OneTimeLink(staff.oneTimeLink(caller, id));
    }

    @POST
    @Path("me/password")
    @Operation(value = "Changes the caller's own password.", makes = false)
    public void changePassword(@Context Caller caller, PasswordChange change) {
        staff.changePassword(caller, change.oldPassword, change.newPassword);
    }

    public record MemberDraft(
            @Field(needed = true, eg = "Otieno Odhiambo") String fullName,
            @Field(needed = true, eg = "otieno@kasi.example") String email,
            @Field(eg = "0733 000 222") String phone,
            @Field(needed = true) Role role,
            @Field(help = "may sign in; true when left out") Boolean active,
            @Field(eg = "correct horse battery staple") String password) {
        Staff.Draft toDraft() {
            return new Staff.Draft(fullName, email, phone, role, active == null || active, password);
        }
    }

    public record MemberView(
            long id,
            int version,
            @Field(needed = true, eg = "Otieno Odhiambo") String fullName,
            @Field(needed = true, eg = "otieno@kasi.example") String email,
            @Field(eg = "+254733000222") String phone,
            @Field(needed = true) Role role,
            boolean active,
            Instant lastSignIn,
            @Field(needed = true) Instant createdAt) implements Identified, Versioned {
        static MemberView of(Staff.Member m) {
            return new MemberView(m.id(), m.version(), m.fullName(), m.email(), m.phone(), m.role(), m.active(), m.lastSignIn(), m.createdAt());
        }
    }

    public record OneTimeLink(@Field(needed = true, eg = "/ui/set-password/9fQ2…", help = "the path after the platform's address") String path) {}

    public record PasswordChange(@Field(needed = true, eg = "correct horse battery staple") String oldPassword, @Field(needed = true, eg = "another good password") String newPassword) {}
}

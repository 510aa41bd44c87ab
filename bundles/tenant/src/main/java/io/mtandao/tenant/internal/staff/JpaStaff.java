package io.mtandao.tenant.internal.staff;

import io.mtandao.api.Caller;
import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Origin;
import io.mtandao.api.Page;
import io.mtandao.api.Permission;
import io.mtandao.api.Role;
import io.mtandao.api.tenant.AuditLog;
import io.mtandao.api.tenant.Staff;
import io.mtandao.persistence.Listing;
import io.mtandao.persistence.TenantTx;
import io.mtandao.tenant.internal.Callers;
import io.mtandao.tenant.internal.PlatformAddress;
import io.mtandao.tenant.internal.entity.OneTimeToken.Purpose;
import io.mtandao.tenant.internal.entity.StaffMember;
import io.mtandao.tenant.internal.rule.LikeText;
import io.mtandao.tenant.internal.rule.StaffRule;
import io.mtandao.tenant.internal.signin.OneTimeLinks;
import io.mtandao.tenant.internal.signin.PasswordDesk;
import io.mtandao.tenant.internal.signin.ResetRequests;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** An ISP's people in one table. */
@Component
public final class JpaStaff implements Staff {
    private static final Listing<StaffMember> PEOPLE = Listing.of(StaffMember.class)
            .sort("fullName", "fullName", StaffMember::getFullName)
            .sort("email", "email", StaffMember::getEmail)
            .filter("role", (text, w) -> w.and("e.role = ?", Role.ofCode(text)))
            .filter("active", (text, w) -> w.is("e.active", yes(text)))
            .search((text, w) -> w.and("lower(e.fullName) like ? escape '!' or e.email like ? escape '!' or e.phone like ? escape '!'",
                    LikeText.containing(text), LikeText.containing(text), LikeText.containing(text)));

    private final TenantTx tx;
    private final AuditLog audit;
    private final StaffBook book;
    private final PasswordDesk desk;
    private final ResetRequests resets;
    private final OneTimeLinks links;

    @Activate
    public JpaStaff(@Reference TenantTx tx, @Reference AuditLog audit, @Reference StaffBook book, @Reference PasswordDesk desk, @Reference ResetRequests resets,
            @Reference OneTimeLinks links) {
        this.tx = tx;
        this.audit = audit;
        this.book = book;
        this.desk = desk;
        this.resets = resets;
        this.links = links;
    }

    @Override
    public Page<Member> list(Caller caller, ListQuery query) {
        caller.require(Permission.STAFF_READ);
        return tx.in(caller.tenant(), em -> PEOPLE.page(em, query, StaffMember::toMember));
    }

    @Override
    public Member get(Caller caller, long id) {
        // one's own account is there for everybody's profile page
        if (!Callers.isSelf(caller, id)) caller.require(Permission.STAFF_READ);
        return tx.in(caller.tenant(), em -> StaffBook.found(em, id).toMember());
    }

    @Override
    public Member create(Caller caller, Draft draft) {
        caller.require(Permission.STAFF_WRITE);
        return book.create(caller, draft);
    }

    @Override
    public Member update(Caller caller, long id, int version, Draft draft) {
        caller.require(Permission.STAFF_WRITE);
        return book.update(caller, id, version, draft);
    }

    @Override
    public void delete(Caller caller, long id) {
        caller.require(Permission.STAFF_WRITE);
        book.delete(caller, id);
    }

    @Override
    public void changePassword(Caller caller, String oldPassword, String newPassword) {
        desk.change(caller, oldPassword, newPassword);
    }

    @Override
    public String oneTimeLink(Caller caller, long id) {
        caller.require(Permission.STAFF_WRITE);
        return tx.in(caller.tenant(), em -> {
            StaffMember member = StaffBook.found(em, id);
            // an owner who is locked out and has no mail can only turn to the operator, who acts by impersonation and is audited
            if (caller.kind() != Caller.Kind.OPERATOR) StaffRule.mayTouch(caller, StaffBook.ownRole(em, caller), member.getRole());
            String token = links.issue(em, caller.tenant(), id, Purpose.LINK);
            audit.record(caller, "staff.one-time-link", member.subject(), null, null);
            return PlatformAddress.RESET + token;
        });
    }

    @Override
    public void requestReset(String slugOrHost, String email, Origin origin) {
        resets.request(slugOrHost, email, origin);
    }

    @Override
    public void resetPassword(String token, String newPassword, Origin origin) {
        desk.resetByLink(token, newPassword, origin);
    }

    private static boolean yes(String text) {
        if (!text.equals("true") && !text.equals("false")) throw Invalid.field("active", "true or false");
        return text.equals("true");
    }
}

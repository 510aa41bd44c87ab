package io.mtandao.tenant.internal.rule;

import io.mtandao.api.Caller;
import io.mtandao.api.Forbidden;
import io.mtandao.api.Invalid;
import io.mtandao.api.Role;
import io.mtandao.api.tenant.Staff.Draft;

/** Who may do what to whom among an ISP's people. */
public final class StaffRule {
    private StaffRule() {}

    /**
     * Nobody gives more than they have, nor takes over an account (new e-mail, password, link) that has more. Owners are for owners alone.
     *
     * @param own the caller's own role, null when it is no member of the staff
     * @param target the role that is given, or that the other account has
     */
    public static void mayTouch(Caller caller, Role own, Role target) {
        if (caller.kind() == Caller.Kind.SYSTEM) return;
        if (target == Role.OWNER) {
            if (own != Role.OWNER) throw new Forbidden("only an owner may do this to an owner");
        } else if (!caller.permissions().containsAll(target.permissions())) {
            throw new Forbidden("this needs all rights of the role " + target.code());
        }
    }

    /** @return the draft as it is kept @throws Invalid */
    public static Draft accepted(Draft draft, String slug, String country) {
        Invalid.Check check = new Invalid.Check();
        check.notBlank(draft.fullName(), "fullName", 120);
        String email = EmailRule.normal(draft.email());
        EmailRule.check(check, "email", email);
        String phone = Phones.toE164(check, "phone", draft.phone(), country);
        check.that(draft.role() != null, "role", "must be given");
        if (draft.password() != null) PasswordPolicy.check(check, "password", draft.password(), slug, email);
        check.orThrow();
        return new Draft(draft.fullName().strip(), email, phone, draft.role(), draft.active(), draft.password());
    }
}

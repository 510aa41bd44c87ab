package io.mtandao.tenant.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mtandao.api.Caller;
import io.mtandao.api.Forbidden;
import io.mtandao.api.Invalid;
import io.mtandao.api.Origin;
import io.mtandao.api.Permission;
import io.mtandao.api.Role;
import io.mtandao.api.TenantId;
import io.mtandao.api.tenant.Staff.Draft;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StaffRuleTest {
    @ParameterizedTest
    @EnumSource(Role.class)
    void anOwnerMayDoAllAndThePlatformToo(Role target) {
        assertThatCode(() -> StaffRule.mayTouch(staff(Role.OWNER), Role.OWNER, target)).doesNotThrowAnyException();
        assertThatCode(() -> StaffRule.mayTouch(Caller.system(new TenantId("a"), "job"), null, target)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void anAdminMayDoAllButMakeOrTakeOverAnOwner(Role target) {
        if (target == Role.OWNER) assertThatThrownBy(() -> StaffRule.mayTouch(staff(Role.ADMIN), Role.ADMIN, target)).isInstanceOf(Forbidden.class).hasMessageContaining("owner");
        else assertThatCode(() -> StaffRule.mayTouch(staff(Role.ADMIN), Role.ADMIN, target)).doesNotThrowAnyException();
    }

    @Test
    void aKeyWithNothingButStaffRightsMakesNobodyWhoHasMore() {
        Caller key = new Caller(new TenantId("a"), Caller.Kind.API_KEY, "1", "key", Set.of(Permission.STAFF_READ, Permission.STAFF_WRITE), Origin.LOCAL);
        for (Role target : Role.values()) assertThatThrownBy(() -> StaffRule.mayTouch(key, null, target)).isInstanceOf(Forbidden.class);
    }

    @Test
    void aKeyOfAnOwnerIsNoOwner() {
        Caller key = new Caller(new TenantId("a"), Caller.Kind.API_KEY, "1", "key", Role.OWNER.permissions(), Origin.LOCAL);
        assertThatThrownBy(() -> StaffRule.mayTouch(key, null, Role.OWNER)).isInstanceOf(Forbidden.class);
        assertThatCode(() -> StaffRule.mayTouch(key, null, Role.ADMIN)).doesNotThrowAnyException();
    }

    @Test
    void anImpersonatingOperatorIsNoOwner() {
        Caller operator = new Caller(new TenantId("a"), Caller.Kind.OPERATOR, "1", "Olga", Role.ADMIN.permissions(), Origin.LOCAL);
        assertThatThrownBy(() -> StaffRule.mayTouch(operator, null, Role.OWNER)).isInstanceOf(Forbidden.class);
    }

    @Test
    void aDraftIsMadePlain() {
        Draft kept = StaffRule.accepted(new Draft(" Ann ", "Ann@Example.com", "0712345678", Role.SUPPORT, true, null), "savanna", "KE");
        assertThat(kept).isEqualTo(new Draft("Ann", "ann@example.com", "+254712345678", Role.SUPPORT, true, null));
    }

    @Test
    void aPhoneMayBeMissing() {
        assertThat(StaffRule.accepted(new Draft("Ann", "ann@example.com", " ", Role.SUPPORT, true, null), "savanna", "KE").phone()).isNull();
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        Draft bad = new Draft("", "ann", "1", null, true, "savanna-2026");
        assertThat(catchThrowableOfType(Invalid.class, () -> StaffRule.accepted(bad, "savanna", "KE")).fields()).containsOnlyKeys("fullName", "email", "phone", "role", "password");
    }

    private static Caller staff(Role role) {
        return new Caller(new TenantId("a"), Caller.Kind.STAFF, "1", "Ann", role.permissions(), Origin.LOCAL);
    }
}

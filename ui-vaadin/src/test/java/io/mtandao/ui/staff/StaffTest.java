package io.mtandao.ui.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.TextField;
import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.Role;
import io.mtandao.api.tenant.Staff.Draft;
import io.mtandao.ui.fake.UiTest;
import io.mtandao.ui.shell.ProblemPage;
import org.junit.jupiter.api.Test;

class StaffTest extends UiTest {
    private void open() {
        signIn(Role.OWNER);
        go("staff");
    }

    @Test
    void listsAndFilters() {
        open();
        assertThat(row("staff-grid", 2)).contains("Faith Mutua", "finance@nairobi.net", "Finance");
        type("staff-roles", Role.TECHNICIAN);
        assertThat(rows("staff-grid")).isEqualTo(1);
        assertThat(row("staff-grid", 0)).contains("never");
    }

    @Test
    void aNewMemberGetsAOneTimeLinkAndNoPassword() {
        open();
        click("staff-new");
        type("staff-name", "Amani Otieno");
        type("staff-email", "amani@nairobi.net");
        type("staff-role", Role.FINANCE);
        click("staff-save");
        assertThat(world.staff.call("create").args().get(1)).isEqualTo(new Draft("Amani Otieno", "amani@nairobi.net", null, Role.FINANCE, true, null));
        assertThat(world.staff.call("oneTimeLink").args().get(1)).isEqualTo(7L);
        assertThat(get(TextField.class, "staff-one-time-link").getValue()).isEqualTo("/ui/reset/3fA9xQ7Lk2");
    }

    @Test
    void judgesAndShowsWhatTheServiceRefuses() {
        open();
        click("staff-new");
        click("staff-save");
        assertThat(wrong("staff-name")).isEqualTo("Please fill this in");
        type("staff-name", "x");
        type("staff-email", "finance@nairobi.net");
        world.staff.fail("create", Invalid.field("email", "is taken"));
        click("staff-save");
        assertThat(wrong("staff-email")).isEqualTo("is taken");
    }

    @Test
    void deactivatesAfterAsking() {
        open();
        openRow("staff-grid", 3);
        click("staff-toggle");
        assertThat(world.staff.calls("update")).isEmpty();
        confirm();
        assertThat(world.staff.call("update").args().subList(1, 4))
            .containsExactly(4L, 1, new Draft("Baraka Hassan", "support@nairobi.net", "+254712000005", Role.SUPPORT, false, null));
        assertThat(told()).containsExactly("Baraka Hassan is deactivated");
    }

    @Test
    void activatesWithoutAsking() {
        open();
        openRow("staff-grid", 5);
        click("staff-toggle");
        assertThat(world.staff.call("update").<Draft>arg(3).active()).isTrue();
    }

    @Test
    void changesARole() {
        open();
        openRow("staff-grid", 3);
        click("staff-edit");
        type("staff-role", Role.ADMIN);
        click("staff-save");
        assertThat(world.staff.call("update").<Draft>arg(3).role()).isEqualTo(Role.ADMIN);
    }

    @Test
    void handsOutALink() {
        open();
        openRow("staff-grid", 3);
        click("staff-link");
        assertThat(world.staff.call("oneTimeLink").args().get(1)).isEqualTo(4L);
    }

    @Test
    void deletesAfterAsking() {
        open();
        openRow("staff-grid", 5);
        click("staff-delete");
        confirm();
        assertThat(world.staff.call("delete").args().get(1)).isEqualTo(6L);
        assertThat(rows("staff-grid")).isEqualTo(5);
    }

    @Test
    void theLastOwnerStays() {
        open();
        world.staff.fail("update", new Conflict("the last owner cannot be deactivated"));
        openRow("staff-grid", 0);
        click("staff-toggle");
        confirm();
        assertThat(told()).containsExactly("the last owner cannot be deactivated");
        assertThat(world.fakeStaff.all.get(0).active()).isTrue();
    }

    @Test
    void supportMayNotSeeIt() {
        signIn(Role.SUPPORT);
        go("staff");
        assertThat(com.vaadin.flow.component.UI.getCurrent().getCurrentView()).isInstanceOf(ProblemPage.class);
    }
}

package io.mtandao.ui.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Role;
import io.mtandao.api.extension.CallbackInbox;
import io.mtandao.ui.fake.UiTest;
import io.mtandao.ui.shell.ProblemPage;
import org.junit.jupiter.api.Test;

class CallbacksTest extends UiTest {
    @Test
    void listsAndFilters() {
        signIn(Role.OWNER);
        go("callbacks");
        assertThat(row("callbacks-grid", 0)).contains("mpesa", "confirm", "plugin away");
        type("callbacks-state", CallbackInbox.State.FAILED);
        assertThat(rows("callbacks-grid")).isEqualTo(1);
        type("callbacks-plugin", "mpesa");
        assertThat(rows("callbacks-grid")).isZero();
    }

    @Test
    void showsItRawAndProcessesItAgain() {
        signIn(Role.OWNER);
        go("callbacks");
        openRow("callbacks-grid", 0);
        assertThat(text("callback-body")).contains("\"TransID\":\"SKR7H2XQ11\"");
        click("callback-replay");
        assertThat(world.inbox.call("replay").args().get(1)).isEqualTo(3L);
        assertThat(row("callbacks-grid", 0)).contains("booked");
    }

    @Test
    void whoMayOnlyReadCannotReplay() {
        signIn(Role.FINANCE);
        go("callbacks");
        openRow("callbacks-grid", 0);
        assertThat(isThere("callback-replay")).isFalse();
    }

    @Test
    void supportMayNotSeeIt() {
        signIn(Role.SUPPORT);
        go("callbacks");
        assertThat(com.vaadin.flow.component.UI.getCurrent().getCurrentView()).isInstanceOf(ProblemPage.class);
    }
}

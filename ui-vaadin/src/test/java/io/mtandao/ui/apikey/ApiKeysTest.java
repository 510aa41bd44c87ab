package io.mtandao.ui.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.mtandao.api.Invalid;
import io.mtandao.api.Permission;
import io.mtandao.api.Role;
import io.mtandao.ui.fake.UiTest;
import io.mtandao.ui.shell.ProblemPage;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApiKeysTest extends UiTest {
    private void open() {
        signIn(Role.OWNER);
        go("api-keys");
    }

    @Test
    void listsWhatEachMay() {
        open();
        assertThat(row("api-keys-grid", 0)).contains("Website", "mt_4f2…", "Subscribers: read; Payments: ask to pay");
    }

    @Test
    void makesAKeyAndShowsItOnce() {
        open();
        click("api-keys-new");
        type("api-key-name", "Accounting");
        click("api-key-save");
        assertThat(get(Span.class, "api-key-no-scope").isVisible()).isTrue();
        type("scope-bills-read", true);
        type("scope-payments-read", true);
        click("api-key-save");
        assertThat(world.apiKeys.call("create").args().subList(1, 3)).containsExactly("Accounting", EnumSet.of(Permission.BILLS_READ, Permission.PAYMENTS_READ));
        assertThat(get(TextField.class, "api-key").getValue()).startsWith("mt_9QeXw2Lr");
        assertThat(rows("api-keys-grid")).isEqualTo(2);
    }

    @Test
    void showsAtTheFieldWhatTheServiceRefuses() {
        open();
        click("api-keys-new");
        type("api-key-name", "Website");
        type("scope-bills-read", true);
        world.apiKeys.fail("create", Invalid.field("name", "is taken"));
        click("api-key-save");
        assertThat(wrong("api-key-name")).isEqualTo("is taken");
    }

    @Test
    void revokesAfterAsking() {
        open();
        openRow("api-keys-grid", 0);
        click("api-key-revoke");
        assertThat(world.apiKeys.calls("revoke")).isEmpty();
        confirm();
        assertThat(world.apiKeys.call("revoke").args().get(1)).isEqualTo(1L);
    }

    @Test
    void offersOnlyWhatOneMayOneself() {
        ScopesField few = new ScopesField(Set.of(Permission.BILLS_READ));
        assertThat(few.getElement().getTextRecursively()).isEqualTo("Bills");
        assertThat(few.chosen()).isEmpty();
    }

    @Test
    void financeMayNotSeeIt() {
        signIn(Role.FINANCE);
        go("api-keys");
        assertThat(com.vaadin.flow.component.UI.getCurrent().getCurrentView()).isInstanceOf(ProblemPage.class);
    }
}

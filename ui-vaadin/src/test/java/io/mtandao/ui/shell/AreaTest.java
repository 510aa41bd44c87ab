package io.mtandao.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.component.tabs.Tab;
import io.mtandao.api.Role;
import io.mtandao.ui.fake.UiTest;
import org.junit.jupiter.api.Test;

class AreaTest extends UiTest {
    @Test
    void pagesThatBelongTogetherHaveOnePlaceInTheMenu() {
        signIn(Role.OWNER);
        go("coupons");
        assertThat(isThere("menu-packages")).isTrue();
        assertThat(isThere("menu-coupons")).isFalse();
        assertThat(get(SideNavItem.class, "menu-packages").getPathAliases()).contains("coupons", "taxes", "add-ons", "package");
    }

    @Test
    void tabsLeadToThePagesBeside() {
        signIn(Role.OWNER);
        go("coupons");
        assertThat(get(Tab.class, "area-coupons").isSelected()).isTrue();
        assertThat(get(Tab.class, "area-taxes").isSelected()).isFalse();
        assertThat(get(Tab.class, "area-add-ons").getElement().getTextRecursively()).isEqualTo("Add-ons");
    }
}

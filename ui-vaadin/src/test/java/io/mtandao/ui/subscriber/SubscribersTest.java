package io.mtandao.ui.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.DownloadKt;
import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.data.provider.SortDirection;
import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Role;
import io.mtandao.api.billing.Subscribers.Draft;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.ui.fake.UiTest;
import io.mtandao.ui.fake.World;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SubscribersTest extends UiTest {
    private ListQuery lastQuery() {
        var calls = world.subscribers.calls("list");
        return calls.get(calls.size() - 1).arg(1);
    }

    @Test
    void listsThemPageByPage() {
        signIn(Role.READ_ONLY);
        go("subscribers");
        assertThat(GridKt._size(grid("subscribers-grid"))).isEqualTo(240);
        assertThat(row("subscribers-grid", 2)).contains("Dennis Maina", "MT-1002", "+254712015838");
        assertThat(row("subscribers-grid", 200)).contains("MT-1200");
        assertThat(world.subscribers.calls("list")).allSatisfy(c -> assertThat(c.<ListQuery>arg(1).limit()).isLessThanOrEqualTo(500));
    }

    @Test
    void searchesAndFilters() {
        signIn(Role.SUPPORT);
        go("subscribers");
        type("subscribers-search", "MT-1003");
        assertThat(rows("subscribers-grid")).isEqualTo(1);
        type("subscribers-search", "");
        type("subscribers-state", SubscriptionState.EXPIRED);
        assertThat(rows("subscribers-grid")).isEqualTo(38);
        type("subscribers-debt", true);
        assertThat(rows("subscribers-grid")).isLessThan(38);
        assertThat(lastQuery().filters()).containsEntry("state", "expired").containsEntry("debt", "true");
    }

    @Test
    void aLinkMaySetTheFilter() {
        signIn(Role.SUPPORT);
        go("subscribers?state=EXPIRED");
        assertThat(rows("subscribers-grid")).isEqualTo(38);
    }

    @Test
    void showsHowEachStandsAndWhereItIs() {
        World.vary(world);
        signIn(Role.READ_ONLY);
        go("subscribers");
        assertThat(cell("subscribers-grid", 0, "state")).isEqualTo("Active × 2");
        assertThat(cell("subscribers-grid", 0, "tags")).isEqualTo("vipfibre");
        assertThat(row("subscribers-grid", 0)).contains("Rongai");
        assertThat(cell("subscribers-grid", 3, "state")).isEqualTo("In grace");
        assertThat(cell("subscribers-grid", 6, "state")).isEqualTo("Trial");
    }

    @Test
    void oneWhoUsesNothingHasNoState() {
        world.billing.subscriptions.clear();
        signIn(Role.READ_ONLY);
        go("subscribers");
        assertThat(cell("subscribers-grid", 0, "state")).isEqualTo("No service");
    }

    @Test
    void filtersByTagAndZone() {
        World.vary(world);
        signIn(Role.SUPPORT);
        go("subscribers");
        type("subscribers-tag", "business");
        int business = rows("subscribers-grid");
        assertThat(business).isEqualTo(48);
        type("subscribers-zone", " rongai ");
        assertThat(rows("subscribers-grid")).isBetween(1, business - 1);
        assertThat(lastQuery().filters()).containsOnly(java.util.Map.entry("tag", "business"), java.util.Map.entry("zone", "rongai"));
    }

    @Test
    void sortsInTheService() {
        signIn(Role.SUPPORT);
        go("subscribers");
        GridKt._sortByKey(grid("subscribers-grid"), "name", SortDirection.DESCENDING);
        assertThat(row("subscribers-grid", 0)).contains("Wambui Simiyu");
        assertThat(lastQuery().sort()).isEqualTo("-name");
    }

    @Test
    void exportsWhatIsFiltered() {
        signIn(Role.READ_ONLY);
        go("subscribers?state=EXPIRED");
        String csv = new String(DownloadKt._download(get(Anchor.class, "subscribers-export")), StandardCharsets.UTF_8);
        assertThat(csv).contains("Dennis Maina").hasLineCount(39);
        assertThat(world.subscribers.call("exportCsv").<ListQuery>arg(1).filters()).containsEntry("state", "expired");
    }

    @Test
    void makesANewOneAndGoesToIt() {
        world.fakeFields.all.clear();
        signIn(Role.SUPPORT);
        go("subscribers");
        click("subscribers-new");
        type("sub-name", " Wanjiru Kamau ");
        type("sub-phone", "0712 345 678");
        type("sub-place", "Ruaka");
        click("sub-save");
        assertThat(world.subscribers.call("create").args().get(1)).isEqualTo(new Draft("Wanjiru Kamau", "0712 345 678", null, null, "Ruaka", null));
        assertThat(path()).isEqualTo("subscriber/241");
        assertThat(told()).contains("Wanjiru Kamau is now a subscriber");
    }

    @Test
    void judgesAsOneTypesAndShowsWhatTheServiceRefuses() {
        signIn(Role.SUPPORT);
        go("subscribers");
        click("subscribers-new");
        click("sub-save");
        assertThat(wrong("sub-name")).isEqualTo("Please fill this in");
        type("sub-phone", "12");
        assertThat(wrong("sub-phone")).isEqualTo("This is not a phone number");
        type("sub-name", "Wanjiru");
        type("sub-phone", "0712345678");
        type("sub-custom-id-number", "28114455");
        type("sub-account", "MT-1000");
        world.subscribers.fail("create", Invalid.field("accountNumber", "is taken"));
        click("sub-save");
        assertThat(wrong("sub-account")).isEqualTo("is taken");
        assertThat(isThere("sub-save")).isTrue();
    }

    @Test
    void whoMayOnlyReadCannotMakeOrImport() {
        signIn(Role.READ_ONLY);
        go("subscribers");
        assertThat(isThere("subscribers-new")).isFalse();
        assertThat(isThere("subscribers-import")).isFalse();
        assertThat(isThere("subscribers-export")).isTrue();
    }

    @Test
    void aRowLeadsToTheSubscriber() {
        signIn(Role.READ_ONLY);
        go("subscribers");
        openRow("subscribers-grid", 4);
        assertThat(path()).isEqualTo("subscriber/5");
    }
}

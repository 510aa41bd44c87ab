package io.mtandao.ui.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v23.MultiselectComboBoxUtilsKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import io.mtandao.api.Invalid;
import io.mtandao.api.Role;
import io.mtandao.api.billing.Subscriber.Contact;
import io.mtandao.api.billing.Subscriber.Details;
import io.mtandao.api.billing.Subscriber.MapPoint;
import io.mtandao.api.billing.Subscribers.Draft;
import io.mtandao.ui.fake.UiTest;
import io.mtandao.ui.fake.World;
import io.mtandao.ui.kit.SubscriberBox;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SubscriberFormTest extends UiTest {
    @Override
    protected World world() {
        return World.varied();
    }

    private void edit(long id) {
        signIn(Role.SUPPORT);
        go("subscriber/" + id);
        menu("subscriber-more", "subscriber-edit");
    }

    private void create() {
        signIn(Role.SUPPORT);
        go("subscribers");
        click("subscribers-new");
        type("sub-name", "Wanjiru");
        type("sub-custom-id-number", "28114455");
    }

    private Details saved() {
        click("sub-save");
        return world.subscribers.call("create").<Draft>arg(1).details();
    }

    private boolean isOpen(String section) {
        return get(NativeDetails.class, section).isOpen();
    }

    @Test
    void whatNobodyTouchedIsLeftAsItIs() {
        edit(1);
        type("sub-notes", "new");
        click("sub-save");
        assertThat(world.subscribers.call("update").<Draft>arg(3).details()).isNull();
        assertThat(world.billing.subscriber(1).details().zone()).isEqualTo("Rongai");
    }

    @Test
    void allDetailsAreThereToBeChanged() {
        edit(1);
        type("sub-building", "Tower 5");
        type("sub-contact-0-phone", "");
        click("sub-contact-1-remove");
        type("sub-custom-floor", "4");
        type("sub-custom-newsletter", "false");
        click("sub-save");
        assertThat(world.subscribers.call("update").<Draft>arg(3).details()).isEqualTo(new Details("Tower 5", "B12", "Rongai", new MapPoint(-1.39531, 36.75412),
            List.of(new Contact("Peter Otieno", "Caretaker", null, null)), List.of("vip", "fibre"),
            Map.of("id-number", "28114455", "floor", "4", "installed", "2026-03-31", "newsletter", "false", "dwelling", "Flat"), null, null));
    }

    @Test
    void aPointPastedIntoOneFieldFillsBoth() {
        create();
        type("sub-latitude", "-1.2921, 36.8219");
        assertThat(saved().point()).isEqualTo(new MapPoint(-1.2921, 36.8219));
    }

    @Test
    void halfAPointIsNone() {
        create();
        type("sub-longitude", "36.8");
        click("sub-save");
        assertThat(wrong("sub-latitude")).isEqualTo("Please fill this in");
        assertThat(isOpen("sub-section-place")).isTrue();
        type("sub-latitude", "-91");
        assertThat(wrong("sub-latitude")).startsWith("Degrees from -90 to 90");
        assertThat(world.subscribers.calls("create")).isEmpty();
    }

    @Test
    void tagsInUseAreProposedAndOthersAreTyped() {
        create();
        TagsField tags = get(TagsField.class, "sub-tags");
        assertThat(MultiselectComboBoxUtilsKt.getSuggestionItems(tags)).contains("business", "vip");
        type("sub-tags", Set.of("vip"));
        com.vaadin.flow.component.ComponentUtil.fireEvent(tags, new com.vaadin.flow.component.combobox.ComboBoxBase.CustomValueSetEvent<>(tags, true, "Plot 12, corner"));
        assertThat(saved().tags()).containsExactly("Plot 12", "corner", "vip");
    }

    @Test
    void contactsAreAddedAndJudged() {
        create();
        click("sub-contact-add");
        click("sub-contact-add");
        type("sub-contact-0-role", "Caretaker");
        type("sub-contact-0-phone", "12");
        click("sub-save");
        assertThat(wrong("sub-contact-0-name")).isEqualTo("Please fill this in");
        assertThat(wrong("sub-contact-0-phone")).isEqualTo("This is not a phone number");
        type("sub-contact-0-name", "Peter");
        type("sub-contact-0-phone", "0722000111");
        assertThat(saved().contacts()).containsExactly(new Contact("Peter", "Caretaker", "0722000111", null));
    }

    @Test
    void whatTheServiceSaysOfAContactIsShownAtIt() {
        create();
        click("sub-contact-add");
        type("sub-contact-0-name", "Peter");
        type("sub-contact-0-phone", "0722000111");
        world.subscribers.fail("create", Invalid.field("details.contacts[0].phone", "is not a phone number"));
        click("sub-save");
        assertThat(wrong("sub-contact-0-phone")).isEqualTo("Is not a phone number");
        assertThat(wrong("sub-phone")).isNull();
        assertThat(isOpen("sub-section-contacts")).isTrue();
    }

    @Test
    void aContactThatWasTakenAwayIsJudgedNoMore() {
        create();
        click("sub-contact-add");
        type("sub-contact-0-phone", "12");
        click("sub-contact-0-remove");
        assertThat(saved().contacts()).isEmpty();
    }

    @Test
    void eachOwnFieldHasItsKind() {
        create();
        type("sub-custom-floor", "third");
        click("sub-save");
        assertThat(wrong("sub-custom-floor")).isEqualTo("Write a number, for example 12 or 12.5");
        type("sub-custom-floor", "3");
        type("sub-custom-installed", LocalDate.of(2026, 3, 31));
        type("sub-custom-newsletter", "true");
        type("sub-custom-dwelling", "House");
        assertThat(saved().custom()).containsOnly(Map.entry("id-number", "28114455"), Map.entry("floor", "3"), Map.entry("installed", "2026-03-31"), Map.entry("newsletter", "true"),
            Map.entry("dwelling", "House"));
    }

    @Test
    void aRequiredOwnFieldMustBeFilledIn() {
        create();
        type("sub-custom-id-number", " ");
        click("sub-save");
        assertThat(wrong("sub-custom-id-number")).isEqualTo("Please fill this in");
        assertThat(isOpen("sub-section-own")).isTrue();
        type("sub-custom-id-number", "28114455");
        assertThat(saved().custom()).containsExactly(Map.entry("id-number", "28114455"));
    }

    @Test
    void anIspWithoutOwnFieldsSeesNoSectionForThem() {
        world.fakeFields.all.clear();
        signIn(Role.SUPPORT);
        go("subscribers");
        click("subscribers-new");
        assertThat(isThere("sub-section-own")).isFalse();
        assertThat(isThere("sub-section-payer")).isTrue();
    }

    @Test
    void anotherPaysButNobodyForThemselves() {
        edit(7);
        type("sub-payer", world.billing.subscriber(7));
        assertThat(wrong("sub-payer")).startsWith("Nobody can be their own payer");
        type("sub-payer", world.billing.subscriber(1));
        type("sub-custom-id-number", "28114455");
        click("sub-save");
        assertThat(world.subscribers.call("update").<Draft>arg(3).details().payerId()).isEqualTo(1L);
        assertThat(isThere("subscriber-payer")).isTrue();
    }

    @Test
    void thePayerIsNamedAndCanBeTakenAway() {
        edit(2);
        assertThat(get(SubscriberBox.class, "sub-payer").getValue().name()).isEqualTo("Grace Muthoni");
        type("sub-payer", null);
        type("sub-custom-id-number", "28114455");
        click("sub-save");
        assertThat(world.subscribers.call("update").<Draft>arg(3).details().payerId()).isNull();
    }

    @Test
    void thePageShowsAllThatIsKnown() {
        signIn(Role.READ_ONLY);
        go("subscriber/1");
        assertThat(UI.getCurrent().getCurrentView().getElement().getTextRecursively()).contains("vip", "fibre");
        get(Tabs.class, "subscriber-tabs").setSelectedTab(get(Tab.class, "tab-about"));
        assertThat(text("about-place")).contains("Maasai Lodge Tower 4", "B12", "Rongai", "-1.39531, 36.75412");
        assertThat(text("about-contacts")).contains("Peter Otieno", "Caretaker", "+254722000111", "accounts@lodge.example");
        assertThat(text("about-own")).contains("ID number", "28114455", "31 Mar 2026", "Newsletter", "Yes", "Flat");
        assertThat(text("about-pays-for")).contains("Akinyi Simiyu", "MT-1001", "Naliaka Kimani");
        assertThat(world.subscribers.calls("list")).last().satisfies(c -> assertThat(c.<io.mtandao.api.ListQuery>arg(1).filters()).containsEntry("payerId", "1"));
    }

    @Test
    void whoIsPaidForNamesThePayer() {
        signIn(Role.READ_ONLY);
        go("subscriber/2");
        assertThat(text("subscriber-payer")).isEqualTo("Grace Muthoni");
        get(Tabs.class, "subscriber-tabs").setSelectedTab(get(Tab.class, "tab-about"));
        assertThat(text("about-payer")).contains("Grace Muthoni");
        assertThat(isThere("about-pays-for")).isFalse();
    }
}

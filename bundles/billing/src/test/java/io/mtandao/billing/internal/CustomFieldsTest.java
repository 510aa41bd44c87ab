package io.mtandao.billing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Conflict;
import io.mtandao.api.Forbidden;
import io.mtandao.api.Invalid;
import io.mtandao.api.NotFound;
import io.mtandao.api.Permission;
import io.mtandao.api.Stale;
import io.mtandao.api.billing.CustomField;
import io.mtandao.api.billing.CustomFields.Draft;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscriber.Details;
import io.mtandao.api.billing.Subscribers;
import io.mtandao.billing.internal.kit.Isp;
import io.mtandao.testing.db.TestDatabase.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The ISP's own fields: what they are, and what subscribers have in them. */
class CustomFieldsTest {
    private static final String KINDS = "io.mtandao.testing.db.TestDatabase#kinds";

    private static Draft text(String key, boolean required, Integer position) {
        return new Draft(key, "Field " + key, CustomField.Kind.TEXT, null, required, position);
    }

    private static Draft level(String... choices) {
        return new Draft("level", "Level", CustomField.Kind.CHOICE, List.of(choices), false, null);
    }

    private static Subscribers.Draft with(String name, Map<String, String> custom) {
        return new Subscribers.Draft(name, null, null, null, null, null, new Details(null, null, null, null, null, null, custom, null, null));
    }

    private static List<String> keys(Isp isp) {
        return isp.customFields.list(isp.owner).stream().map(CustomField::key).toList();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void fieldsStandInTheirOrderAndKeepKeyAndKind(Kind kind) {
        Isp isp = Isp.on(kind);
        CustomField a = isp.customFields.create(isp.owner, text("a", false, null));
        isp.customFields.create(isp.owner, text("b", false, null));
        CustomField c = isp.customFields.create(isp.owner, text("c", false, 1));
        assertThat(keys(isp)).containsExactly("c", "a", "b");
        assertThat(isp.customFields.get(isp.owner, c.id())).isEqualTo(c);
        CustomField last = isp.customFields.update(isp.owner, c.id(), c.version(), text("c", true, 99));
        assertThat(last).extracting(CustomField::required, CustomField::position).containsExactly(true, 3);
        assertThat(keys(isp)).containsExactly("a", "b", "c");
        assertThat(isp.audit.last().action()).isEqualTo("custom-field.update");
        assertThat(isp.audit.last().was()).containsEntry("required", false).containsEntry("position", 1);
        assertThat(isp.audit.last().is()).containsEntry("required", true).containsEntry("position", 3);
        assertThatThrownBy(() -> isp.customFields.update(isp.owner, c.id(), c.version(), text("c", false, 1))).isInstanceOf(Stale.class);
        assertThatThrownBy(() -> isp.customFields.update(isp.owner, c.id(), last.version(), text("d", false, 1)))
            .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.fields()).containsOnlyKeys("key"));
        assertThatThrownBy(() -> isp.customFields.update(isp.owner, c.id(), last.version(), new Draft("c", "C", CustomField.Kind.DATE, null, false, 1)))
            .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.fields()).containsOnlyKeys("kind"));
        assertThatThrownBy(() -> isp.customFields.create(isp.owner, text("a", false, null))).isInstanceOf(Conflict.class).hasMessageContaining("a already");
        isp.customFields.delete(isp.owner, a.id());
        assertThat(keys(isp)).containsExactly("b", "c");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void subscribersHaveValuesAndWhatIsRequiredIsAskedForWhenDetailsAreGiven(Kind kind) {
        Isp isp = Isp.on(kind);
        isp.customFields.create(isp.owner, text("contract-no", true, null));
        isp.customFields.create(isp.owner, level("Gold", "Silver"));
        Subscriber grace = isp.subscribers.create(isp.owner, with("Grace", Map.of("contract-no", "C 7", "level", "gold")));
        assertThat(grace.details().custom()).containsOnly(Map.entry("contract-no", "C 7"), Map.entry("level", "Gold"));
        assertThat(isp.audit.last().is()).containsEntry("custom.level", "Gold");
        Subscriber next = isp.subscribers.update(isp.owner, grace.id(), grace.version(), with("Grace", Map.of("contract-no", "C 8")));
        assertThat(next.details().custom()).containsOnly(Map.entry("contract-no", "C 8"));
        assertThat(next.version()).isGreaterThan(grace.version());
        assertThatThrownBy(() -> isp.subscribers.update(isp.owner, grace.id(), next.version(), with("Grace", Map.of("level", "bronze"))))
            .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.fields()).containsOnlyKeys("custom.contract-no", "custom.level"));
        assertThat(isp.joins("Without details").details().custom()).isEmpty();
        assertThat(isp.subscribers.update(isp.owner, grace.id(), next.version(), new Subscribers.Draft("Grace M", null, null, null, null, null)).details().custom())
            .containsOnly(Map.entry("contract-no", "C 8"));
        assertThatThrownBy(() -> isp.subscribers.create(isp.owner, with("Late", Map.of()))).isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aChoiceInUseCannotBeTakenAwayAndAFieldGoesWithItsValues(Kind kind) {
        Isp isp = Isp.on(kind);
        CustomField level = isp.customFields.create(isp.owner, level("Gold", "Silver"));
        Subscriber grace = isp.subscribers.create(isp.owner, with("Grace", Map.of("level", "Gold")));
        assertThatThrownBy(() -> isp.customFields.update(isp.owner, level.id(), level.version(), level("Silver"))).isInstanceOf(Conflict.class)
            .hasMessage("the choice Gold is in use by 1 subscriber");
        CustomField fewer = isp.customFields.update(isp.owner, level.id(), level.version(), level("Bronze", "Gold"));
        assertThat(fewer.choices()).containsExactly("Bronze", "Gold");
        isp.customFields.delete(isp.owner, level.id());
        assertThat(isp.audit.last().action()).isEqualTo("custom-field.delete");
        assertThat(isp.audit.last().was()).containsEntry("key", "level").containsEntry("values", 1);
        assertThat(isp.subscribers.get(isp.owner, grace.id()).details()).isEqualTo(Details.NONE);
        CustomField again = isp.customFields.create(isp.owner, level("Gold"));
        assertThat(isp.subscribers.get(isp.owner, grace.id()).details().custom()).as("the old values are gone").isEmpty();
        isp.subscribers.delete(isp.owner, isp.subscribers.create(isp.owner, with("Gone", Map.of("level", "Gold"))).id());
        isp.customFields.update(isp.owner, again.id(), again.version(), level("Silver"));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void thereAreThirtyAtMost(Kind kind) {
        Isp isp = Isp.on(kind);
        for (int i = 0; i < 30; i++) isp.customFields.create(isp.owner, text("f" + i, false, null));
        assertThatThrownBy(() -> isp.customFields.create(isp.owner, text("f30", false, null))).isInstanceOf(Conflict.class).hasMessageContaining("30");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whoSeesSubscribersSeesTheFieldsAndOnlySettingsChangeThem(Kind kind) {
        Isp isp = Isp.on(kind);
        CustomField a = isp.customFields.create(isp.owner, text("a", false, null));
        for (Permission right : List.of(Permission.SUBSCRIBERS_READ, Permission.SETTINGS_READ)) {
            assertThat(isp.customFields.list(isp.with(right))).containsExactly(a);
            assertThat(isp.customFields.get(isp.with(right), a.id())).isEqualTo(a);
        }
        assertThatThrownBy(() -> isp.customFields.list(isp.with(Permission.BILLS_READ))).isInstanceOf(Forbidden.class).hasMessageContaining("settings:read");
        assertThatThrownBy(() -> isp.customFields.create(isp.with(Permission.SUBSCRIBERS_WRITE, Permission.SETTINGS_READ), text("b", false, null)))
            .isInstanceOf(Forbidden.class).hasMessageContaining("settings:write");
        assertThatThrownBy(() -> isp.customFields.get(isp.owner, -1)).isInstanceOf(NotFound.class);
    }
}

package io.mtandao.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.mtandao.api.Conflict;
import io.mtandao.api.Role;
import io.mtandao.api.billing.CustomField;
import io.mtandao.api.billing.CustomFields.Draft;
import io.mtandao.ui.fake.UiTest;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldsTest extends UiTest {
    private void open() {
        signIn(Role.OWNER);
        go("subscriber-fields");
    }

    private List<String> keys() {
        return world.fakeFields.all.stream().map(CustomField::key).toList();
    }

    @Test
    void listsThemInTheirOrder() {
        open();
        assertThat(text("fields")).containsSubsequence("ID number", "Required", "Dwelling", "Choice: Flat, House, Shop · dwelling", "Installed on", "Day");
    }

    @Test
    void theKeyFollowsTheLabelUntilSomebodyTypesOne() {
        open();
        click("fields-new");
        type("field-label", "Meter No. (KPLC)");
        assertThat(get(TextField.class, "field-key").getValue()).isEqualTo("meter-no-kplc");
        type("field-key", "meter");
        type("field-label", "Meter");
        type("field-required", true);
        click("field-save");
        assertThat(world.customFields.call("create").<Draft>arg(1)).isEqualTo(new Draft("meter", "Meter", CustomField.Kind.TEXT, List.of(), true, null));
        assertThat(text("fields")).contains("Meter");
    }

    @Test
    void aChoiceNeedsChoices() {
        open();
        click("fields-new");
        assertThat(isThere("field-choices")).isFalse();
        type("field-label", "Roof");
        type("field-kind", CustomField.Kind.CHOICE);
        click("field-save");
        assertThat(wrong("field-choices")).isEqualTo("Please fill this in");
        type("field-choices", "Tiles\n Iron sheets \n\nTiles");
        click("field-save");
        assertThat(world.customFields.call("create").<Draft>arg(1).choices()).containsExactly("Tiles", "Iron sheets");
    }

    @Test
    void keyAndKindOfOneThatIsThereAreFixed() {
        open();
        click("field-dwelling-edit");
        assertThat(get(TextField.class, "field-key").isReadOnly()).isTrue();
        assertThat(get(Select.class, "field-kind").isReadOnly()).isTrue();
        type("field-choices", "Flat\nHouse");
        world.customFields.fail("update", new Conflict("Shop is in use"));
        click("field-save");
        assertThat(told()).containsExactly("Shop is in use");
        world.customFields.mend();
        click("field-save");
        assertThat(world.customFields.calls("update").get(1).<Draft>arg(3)).isEqualTo(new Draft("dwelling", "Dwelling", CustomField.Kind.CHOICE, List.of("Flat", "House"), false, 2));
    }

    @Test
    void theirOrderCanBeChanged() {
        open();
        click("field-installed-up");
        assertThat(keys()).containsExactly("id-number", "installed", "dwelling");
        click("field-id-number-down");
        assertThat(keys()).containsExactly("installed", "id-number", "dwelling");
    }

    @Test
    void isDeletedWithAllItsValuesAfterAsking() {
        open();
        click("field-dwelling-delete");
        assertThat(world.customFields.calls("delete")).isEmpty();
        confirm();
        assertThat(keys()).containsExactly("id-number", "installed");
    }

    @Test
    void anEmptyListSaysWhatToDo() {
        world.fakeFields.all.clear();
        open();
        click("fields-empty-new");
        assertThat(dialogTitle()).isEqualTo("New field");
    }

    @Test
    void whoMayOnlyReadCannotChange() {
        signIn(Role.SUPPORT);
        go("subscriber-fields");
        assertThat(text("fields")).contains("ID number");
        assertThat(isThere("fields-new")).isFalse();
        assertThat(isThere("field-dwelling-edit")).isFalse();
    }
}

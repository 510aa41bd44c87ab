package io.mtandao.ui.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.TextArea;
import io.mtandao.api.Invalid;
import io.mtandao.api.Role;
import io.mtandao.api.messaging.Channel;
import io.mtandao.api.messaging.Messages;
import io.mtandao.ui.fake.UiTest;
import org.junit.jupiter.api.Test;

class MessagesTest extends UiTest {
    @Test
    void listsWhatBecameOfEach() {
        signIn(Role.SUPPORT);
        go("messages");
        assertThat(rows("messages-grid")).isEqualTo(30);
        type("messages-channel", Channel.WHATSAPP);
        assertThat(rows("messages-grid")).isEqualTo(10);
        type("messages-state", Messages.State.SENT);
        assertThat(rows("messages-grid")).isEqualTo(5);
        openRow("messages-grid", 0);
        assertThat(dialogTitle()).isEqualTo("Message");
        assertThat(world.messages.calls("get")).hasSize(1);
    }

    @Test
    void editsATemplateWithAPreview() {
        signIn(Role.SUPPORT);
        go("templates");
        assertThat(text("template-payment-received")).contains("Payment received", "Hello Grace Muthoni, we received KES 1,500.00.");
        click("template-payment-received-edit");
        type("template-text", "Asante {{name}}.");
        assertThat(text("template-preview")).isEqualTo("Asante Grace Muthoni.");
        click("word-amount");
        assertThat(get(TextArea.class, "template-text").getValue()).isEqualTo("Asante {{name}}. {{amount}}");
        type("template-whatsapp", "");
        click("template-save");
        assertThat(world.messages.call("updateTemplate").args().subList(1, 6)).containsExactly("payment-received", 1, true, "Asante {{name}}. {{amount}}", null);
        assertThat(text("template-payment-received")).contains("Asante Grace Muthoni. KES 1,500.00");
    }

    @Test
    void anUnknownWordIsShownAtTheText() {
        signIn(Role.OWNER);
        go("templates");
        click("template-about-to-expire-edit");
        world.messages.fail("updateTemplate", Invalid.field("text", "no such word: {{nmae}}"));
        type("template-text", "Hello {{nmae}}");
        click("template-save");
        assertThat(wrong("template-text")).isEqualTo("no such word: {{nmae}}");
    }

    @Test
    void countsWhatATextCosts() {
        assertThat(TemplateForm.parts("x".repeat(160))).isEqualTo(1);
        assertThat(TemplateForm.parts("x".repeat(161))).isEqualTo(2);
        assertThat(TemplateForm.parts("ж".repeat(70))).isEqualTo(1);
        assertThat(TemplateForm.parts("ж".repeat(71))).isEqualTo(2);
    }

    @Test
    void whoMayOnlyReadCannotEdit() {
        signIn(Role.FINANCE);
        go("templates");
        assertThat(isThere("template-payment-received")).isTrue();
        assertThat(isThere("template-payment-received-edit")).isFalse();
    }
}

package io.mtandao.ui.kit;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;

/** Asks why, before something that stays in the books with its reason. */
public final class AskReason {
    private AskReason() {}

    /**
     * @param id of the button; the field's is {@code <id>-reason}, the submitting button's {@code <id>-submit}
     * @param then may throw what a service says: then the dialog stays
     */
    public static void open(String id, String title, String text, String yes, Consumer<String> then) {
        TextField reason = field(id);
        Checks checks = new Checks().text("reason", reason, Checks.needed(), Checks.atMost(200));
        new FormDialog(title, new Div(new Span(text), reason), yes, id + "-submit", () -> checks.attempt(() -> then.accept(reason.getValue().trim()))).open();
        reason.focus();
    }

    public static TextField field(String id) {
        TextField reason = new TextField(t("field.reason"));
        reason.setId(id + "-reason");
        reason.setWidthFull();
        return reason;
    }
}

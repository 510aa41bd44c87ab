package io.mtandao.ui.operator;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.FormDialog;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;

/** What the operator does to an ISP is done with a reason, which both sides' audit logs keep. */
final class ReasonDialog {
    private ReasonDialog() {}

    static void ask(String title, String text, String label, String id, Consumer<String> then) {
        show(title, text, label, id, null, (reason, minutes) -> then.accept(reason));
    }

    static void askForTime(String title, String text, String label, String id, ObjIntConsumer<String> then) {
        Select<Integer> minutes = new Select<>();
        minutes.setId("reason-minutes");
        minutes.setLabel(t("isps.minutes"));
        minutes.setItems(15, 30, 60);
        minutes.setItemLabelGenerator(m -> t("time.minutes", m));
        minutes.setValue(30);
        show(title, text, label, id, minutes, then);
    }

    private static void show(String title, String text, String label, String id, Select<Integer> minutes, ObjIntConsumer<String> then) {
        TextField reason = new TextField(t("field.reason"));
        reason.setId("reason");
        reason.setWidthFull();
        Checks checks = new Checks().text("reason", reason, Checks.needed(), Checks.atMost(200));
        Div content = new Div(new Paragraph(text), reason);
        if (minutes != null) content.add(minutes);
        new FormDialog(title, content, label, id, () -> checks.attempt(() -> then.accept(reason.getValue().trim(), minutes == null ? 0 : minutes.getValue()))).open();
        reason.focus();
    }
}

package io.mtandao.ui.subscriber;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscribers.Draft;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.FormDialog;
import java.util.function.Consumer;

/** Who a subscriber is. */
final class SubscriberForm extends FormLayout {
    private static final long serialVersionUID = 1;
    private final transient Checks checks = new Checks();
    private final TextField name = new TextField(t("field.name"));
    private final TextField phone = new TextField(t("field.phone"));
    private final EmailField email = new EmailField(t("field.email"));
    private final TextField account = new TextField(t("field.account"));
    private final TextField place = new TextField(t("field.place"));
    private final TextArea notes = new TextArea(t("field.notes"));

    /** @param s null for a new one */
    SubscriberForm(Subscriber s) {
        setResponsiveSteps(new ResponsiveStep("0", 1), new ResponsiveStep("24em", 2));
        name.setId("sub-name");
        phone.setId("sub-phone");
        email.setId("sub-email");
        account.setId("sub-account");
        account.setHelperText(t(s == null ? "subscribers.accountHelpNew" : "subscribers.accountHelp"));
        place.setId("sub-place");
        notes.setId("sub-notes");
        name.setRequiredIndicatorVisible(true);
        checks.text("name", name, Checks.needed(), Checks.atMost(120)).text("phone", phone, Checks.phone())
            .text("email", email, Checks.email()).text("accountNumber", account, Checks.atMost(40), v -> s != null && v.isEmpty() ? t("check.needed") : null)
            .text("place", place, Checks.atMost(200)).text("notes", notes, Checks.atMost(2000)).alias("account", "accountNumber");
        add(name, phone, email, account, place, notes);
        setColspan(name, 2);
        setColspan(place, 2);
        setColspan(notes, 2);
        if (s == null) return;
        name.setValue(s.name());
        phone.setValue(orEmpty(s.phone()));
        email.setValue(orEmpty(s.email()));
        account.setValue(s.accountNumber());
        place.setValue(orEmpty(s.place()));
        notes.setValue(orEmpty(s.notes()));
    }

    void dialog(String title, Consumer<Draft> save) {
        new FormDialog(title, this, t("action.save"), "sub-save", () -> checks.attempt(() -> save.accept(draft()))).open();
        name.focus();
    }

    private Draft draft() {
        return new Draft(name.getValue().trim(), orNull(phone), orNull(email), orNull(account), orNull(place), notes.isEmpty() ? null : notes.getValue().trim());
    }

    private static String orEmpty(String s) {
        return s == null ? "" : s;
    }

    private static String orNull(com.vaadin.flow.component.textfield.TextFieldBase<?, String> f) {
        return f.getValue().isBlank() ? null : f.getValue().trim();
    }
}

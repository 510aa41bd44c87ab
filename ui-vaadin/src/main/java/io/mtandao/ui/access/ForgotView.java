package io.mtandao.ui.access;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.mtandao.api.tenant.Staff;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.shell.PublicLayout;

/** Asks for a link by mail; answers the same whether or not there is such an account. */
@Open
@Route(value = "forgot", layout = PublicLayout.class)
public final class ForgotView extends FormPage implements HasDynamicTitle {
    private static final long serialVersionUID = 1;

    public ForgotView(Staff staff, Who who) {
        super("forgot");
        TextField isp = new TextField(t("field.isp"));
        isp.setId("forgot-isp");
        EmailField email = new EmailField(t("field.email"));
        email.setId("forgot-email");
        Checks checks = new Checks().text("slug", isp, Checks.needed()).text("email", email, Checks.needed(), Checks.email());
        Paragraph done = new Paragraph(t("forgot.done"));
        done.setId("forgot-done");
        done.addClassName("note-good");
        done.setVisible(false);
        Button submit = Buttons.primary("forgot-submit", t("forgot.submit"), null,
            e -> done.setVisible(checks.attempt(() -> staff.requestReset(isp.getValue().trim(), email.getValue().trim(), who.here()))));
        submit.addClickShortcut(Key.ENTER);
        add(isp, email, submit, done, new Paragraph(t("forgot.noMail")));
        ways(way("forgot-back", t("forgot.back"), SignInView.class));
    }

    @Override
    public String getPageTitle() {
        return t("forgot.title") + " · Mtandao";
    }
}

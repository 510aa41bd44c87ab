package io.mtandao.ui.access;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.mtandao.api.NotFound;
import io.mtandao.api.Problem;
import io.mtandao.api.tenant.MailConfirmation;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.Problems;
import io.mtandao.ui.shell.PublicLayout;

/**
 * Where the link in a mail leads that asks whether an address is right: {@code verify?token=<token>}. It confirms by a press of the button and not by being opened,
 * because mail programs and scanners open links too, and this one works once.
 */
@Open
@Route(value = "verify", layout = PublicLayout.class)
public final class VerifyView extends FormPage implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private final transient MailConfirmation confirmation;
    private final transient Who who;
    private final Button submit = Buttons.primary("verify-submit", t("verify.submit"), null, e -> confirm());
    private final Paragraph answer = new Paragraph();
    private String token = "";

    public VerifyView(MailConfirmation confirmation, Who who) {
        super("verify");
        this.confirmation = confirmation;
        this.who = who;
        submit.addClickShortcut(Key.ENTER);
        answer.setId("verify-answer");
        answer.setVisible(false);
        add(submit, answer);
        ways(way("verify-sign-in", t("verify.signIn"), SignInView.class), way("verify-forgot", t("signIn.forgot"), ForgotView.class));
    }

    private void confirm() {
        try {
            confirmation.confirm(token, who.here());
            say("note-good", t("verify.done"));
        } catch (NotFound e) {
            say("note-bad", t("verify.over"));
        } catch (Problem e) {
            Problems.tell(e);
        }
    }

    private void say(String look, String text) {
        submit.setVisible(false);
        answer.addClassName(look);
        answer.setText(text);
        answer.setVisible(true);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        token = event.getLocation().getQueryParameters().getSingleParameter("token").orElse("");
    }

    @Override
    public String getPageTitle() {
        return t("verify.title") + " · Mtandao";
    }
}

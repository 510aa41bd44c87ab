package io.mtandao.ui.shell;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.mtandao.ui.access.Who;

/** The operator is at work inside an ISP; nobody may forget it, least of all he. */
final class ActingBanner extends Div {
    private static final long serialVersionUID = 1;

    ActingBanner(Who who) {
        setId("acting-banner");
        addClassName("acting-banner");
        Button leave = new Button(t("acting.leave"), e -> {
            who.signOut();
            getUI().ifPresent(ui -> ui.navigate("operator"));
        });
        leave.setId("acting-leave");
        leave.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_CONTRAST, ButtonVariant.LUMO_PRIMARY);
        add(VaadinIcon.EYE.create(), new Span(t("acting.text", who.settings().name(), who.formats().time(who.expiresAt()), who.acting())), leave);
    }
}

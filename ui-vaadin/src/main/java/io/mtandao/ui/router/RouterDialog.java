package io.mtandao.ui.router;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.mtandao.api.router.Router;
import io.mtandao.api.router.Routers.Probe;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Badge;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.Facts;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.InfoDialog;
import java.util.function.Consumer;

/** One router: how it is, what it says of itself, and with TLS the certificate that a person must confirm once. */
final class RouterDialog {
    interface Listener {
        /** The answer comes later. */
        void test(Router router, Consumer<Probe> answer);

        void believe(Router router, String fingerprint);

        void edit(Router router);

        void delete(Router router, Runnable gone);
    }

    private final Router router;
    private final Listener listener;
    private final Div result = new Div();
    private final Button test;
    private final InfoDialog dialog;

    RouterDialog(Router router, Who who, boolean mayChange, Listener listener) {
        this.router = router;
        this.listener = listener;
        Formats f = who.formats();
        result.setId("router-result");
        Facts facts = new Facts().put(t("routers.health"), Badge.of("health", router.health())).put(t("routers.healthText"), router.healthText())
            .put(t("routers.address"), router.host() + ":" + router.port()).put(t("routers.user"), router.user()).put(t("routers.driver"), router.driver())
            .put(t("routers.tls"), t(router.tls() ? "answer.yes" : "answer.no")).put(t("routers.looked"), f.time(router.lookedAt()))
            .put(t("routers.used"), Formats.count(router.subscriptions())).put(t("routers.failing"), router.failing() == 0 ? null : Formats.count(router.failing()));
        if (router.fingerprint() != null) facts.put(t("routers.fingerprint"), fingerprint(router.fingerprint()));
        dialog = new InfoDialog(router.name(), facts, result);
        test = Buttons.primary("router-test", t("routers.test"), VaadinIcon.CONNECT_O, e -> test());
        if (mayChange) {
            dialog.actions(Buttons.danger("router-delete", t("action.delete"), VaadinIcon.TRASH, e -> listener.delete(router, dialog::close)),
                Buttons.plain("router-edit", t("action.edit"), VaadinIcon.EDIT, e -> {
                    dialog.close();
                    listener.edit(router);
                }), test);
        }
    }

    void open() {
        dialog.open();
    }

    /** Opens and tests at once, as after a router was added. */
    void openAndTest() {
        dialog.open();
        test();
    }

    private void test() {
        test.setEnabled(false);
        ProgressBar busy = new ProgressBar();
        busy.setIndeterminate(true);
        result.removeAll();
        result.add(new Span(t("routers.testing")), busy);
        listener.test(router, this::show);
    }

    private void show(Probe probe) {
        test.setEnabled(true);
        result.removeAll();
        Div note = new Div((probe.ok() ? VaadinIcon.CHECK_CIRCLE : VaadinIcon.WARNING).create(), new Span(probe.text()));
        note.addClassNames("note", probe.ok() ? "note-good" : "note-bad");
        result.add(note);
        if (probe.facts() != null && !probe.facts().isEmpty()) {
            Facts facts = new Facts();
            probe.facts().forEach(facts::put);
            result.add(facts);
        }
        boolean unknown = router.tls() && probe.fingerprint() != null && !probe.fingerprint().equalsIgnoreCase(router.fingerprint());
        if (unknown) result.add(confirm(probe.fingerprint()));
    }

    private Div confirm(String seen) {
        Div box = new Div(new Paragraph(t(router.fingerprint() == null ? "routers.believeText" : "routers.changedText")), fingerprint(seen),
            Buttons.primary("router-believe", t("routers.believe"), VaadinIcon.CHECK, e -> {
                listener.believe(router, seen);
                dialog.close();
            }));
        box.addClassNames("note", router.fingerprint() == null ? "note-warn" : "note-bad");
        box.addClassName("fingerprint-box");
        return box;
    }

    /** In groups of four, as one compares by eye with the router's own window. */
    private static Code fingerprint(String hex) {
        Code code = new Code(hex.replace(":", "").replaceAll("(.{4})(?!$)", "$1 "));
        code.addClassName("fingerprint");
        return code;
    }
}

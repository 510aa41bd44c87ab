package io.mtandao.ui.wallet;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.mtandao.api.Permission;
import io.mtandao.api.extension.Plugins;
import io.mtandao.api.extension.Plugins.Plugin;
import io.mtandao.ui.access.Locales;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Checks;
import java.util.List;

/** By which method money goes back: one of the ISP's, or its name typed by who may not know them. */
final class MethodField extends Div {
    private static final long serialVersionUID = 1;
    private final Select<Plugin> known = new Select<>();
    private final TextField typed = new TextField(t("payments.method"));

    MethodField(String id, Plugins plugins, Who who) {
        List<Plugin> methods = who.may(Permission.PLUGINS_READ)
            ? plugins.list(who.caller(), Locales.now()).stream().filter(p -> p.kind().equals("payment") && p.enabled()).toList() : List.of();
        known.setLabel(t("payments.method"));
        known.setItems(methods);
        known.setItemLabelGenerator(Plugin::name);
        known.setWidthFull();
        methods.stream().filter(p -> p.id().equals("cash")).findFirst().ifPresent(known::setValue);
        typed.setValue("cash");
        typed.setWidthFull();
        (methods.isEmpty() ? typed : known).setId(id);
        add(methods.isEmpty() ? typed : known);
    }

    void rules(Checks checks) {
        if (known.getParent().isPresent()) checks.field("method", known, () -> known.isEmpty() ? t("check.needed") : null);
        else checks.text("method", typed, Checks.needed(), Checks.matches("[a-z0-9-]+", "check.method"));
    }

    String method() {
        return known.getParent().isPresent() ? known.getValue().id() : typed.getValue().trim();
    }
}

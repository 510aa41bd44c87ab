package io.mtandao.ui.apikey;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import io.mtandao.api.Permission;
import io.mtandao.api.tenant.ApiKeys;
import io.mtandao.api.tenant.ApiKeys.ApiKey;
import io.mtandao.api.tenant.ApiKeys.NewKey;
import io.mtandao.ui.access.Needs;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Ask;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.Copy;
import io.mtandao.ui.kit.EmptyState;
import io.mtandao.ui.kit.Facts;
import io.mtandao.ui.kit.FormDialog;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.InfoDialog;
import io.mtandao.ui.kit.ListPage;
import io.mtandao.ui.kit.Toast;
import io.mtandao.ui.shell.MainLayout;

/** Keys by which programs of the ISP use the REST interface. */
@Needs(Permission.SETTINGS_WRITE)
@Route(value = "api-keys", layout = MainLayout.class)
public final class ApiKeysView extends ListPage {
    private static final long serialVersionUID = 1;
    private final transient ApiKeys keys;
    private final transient Who who;
    private final ApiKeysGrid grid;

    public ApiKeysView(ApiKeys keys, Who who) {
        super("apiKeys");
        this.keys = keys;
        this.who = who;
        grid = new ApiKeysGrid(keys, who, new EmptyState(VaadinIcon.KEY, t("apiKeys.none"), t("apiKeys.noneText"), Buttons.primary("api-keys-empty-new", t("apiKeys.new"), VaadinIcon.PLUS, e -> create())));
        grid.onOpen(this::open);
        build(grid, Buttons.primary("api-keys-new", t("apiKeys.new"), VaadinIcon.PLUS, e -> create()));
    }

    private void create() {
        TextField name = new TextField(t("apiKeys.name"));
        name.setId("api-key-name");
        name.setWidthFull();
        name.setHelperText(t("apiKeys.nameHelp"));
        ScopesField scopes = new ScopesField(who.caller().permissions());
        Span missing = new Span(t("apiKeys.noneChosen"));
        missing.setId("api-key-no-scope");
        missing.addClassName("debt");
        missing.setVisible(false);
        Checks checks = new Checks().text("name", name, Checks.needed(), Checks.atMost(80));
        new FormDialog(t("apiKeys.new"), new Div(name, new Paragraph(t("apiKeys.scopes")), scopes, missing), t("apiKeys.make"), "api-key-save", () -> {
            missing.setVisible(scopes.chosen().isEmpty());
            return !missing.isVisible() && checks.attempt(() -> show(keys.create(who.caller(), name.getValue().trim(), scopes.chosen())));
        }).open();
        name.focus();
    }

    private void show(NewKey made) {
        grid.reload();
        InfoDialog d = new InfoDialog(t("apiKeys.madeTitle"), new Paragraph(t("apiKeys.madeText")), new Copy("api-key", t("apiKeys.key"), made.key()));
        d.setCloseOnOutsideClick(false);
        d.open();
    }

    private void open(ApiKey k) {
        Formats f = who.formats();
        InfoDialog d = new InfoDialog(k.name(), new Facts().put(t("apiKeys.hint"), k.hint()).put(t("apiKeys.created"), f.time(k.createdAt()))
            .put(t("apiKeys.used"), k.lastUsedAt() == null ? t("staff.never") : f.time(k.lastUsedAt())).put(t("apiKeys.may"), ScopesField.words(k.scopes())));
        d.actions(Buttons.danger("api-key-revoke", t("apiKeys.revoke"), VaadinIcon.BAN, e -> Ask.first(t("apiKeys.revokeTitle", k.name()), t("apiKeys.revokeText"), t("apiKeys.revoke"), true, () -> {
            keys.revoke(who.caller(), k.id());
            d.close();
            Toast.ok(t("apiKeys.revoked", k.name()));
            grid.reload();
        })));
        d.open();
    }
}

package io.mtandao.ui.callback;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Route;
import io.mtandao.api.Permission;
import io.mtandao.api.extension.CallbackInbox;
import io.mtandao.api.extension.CallbackInbox.Entry;
import io.mtandao.api.extension.Plugins;
import io.mtandao.ui.access.Locales;
import io.mtandao.ui.access.Needs;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Badge;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.EmptyState;
import io.mtandao.ui.kit.Facts;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.InfoDialog;
import io.mtandao.ui.kit.KeysetDataProvider;
import io.mtandao.ui.kit.ListGrid;
import io.mtandao.ui.kit.ListPage;
import io.mtandao.ui.kit.Toast;
import io.mtandao.ui.shell.MainLayout;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** What providers told, raw, and what became of it; one can be processed again. */
@Needs(Permission.PLUGINS_READ)
@Route(value = "callbacks", layout = MainLayout.class)
public final class CallbacksView extends ListPage {
    private static final long serialVersionUID = 1;
    private final transient CallbackInbox inbox;
    private final transient Who who;
    private final CallbacksGrid grid;

    public CallbacksView(CallbackInbox inbox, Plugins plugins, Who who) {
        super("callbacks");
        this.inbox = inbox;
        this.who = who;
        Map<String, String> names = new LinkedHashMap<>();
        plugins.list(who.caller(), Locales.now()).stream().filter(p -> !p.callbackUrls().isEmpty()).forEach(p -> names.put(p.id(), p.name()));
        Select<String> plugin = new Select<>();
        plugin.setId("callbacks-plugin");
        plugin.setItems(names.keySet());
        plugin.setEmptySelectionAllowed(true);
        plugin.setEmptySelectionCaption(t("callbacks.allPlugins"));
        plugin.setPlaceholder(t("callbacks.allPlugins"));
        plugin.setItemLabelGenerator(id -> id == null ? t("callbacks.allPlugins") : names.get(id));
        plugin.addValueChangeListener(e -> changed());
        filter("plugin", plugin, plugin::getValue);
        choice("callbacks-state", "state", t("filter.allStates"), "callbackState", Arrays.asList(CallbackInbox.State.values()));
        grid = new CallbacksGrid(inbox, who);
        grid.onOpen(this::open);
        onFilter(filters -> grid.source().filter(null, filters));
        build(grid);
    }

    private void open(Entry e) {
        Formats f = who.formats();
        Facts facts = new Facts().put(t("callbacks.plugin"), e.plugin()).put(t("callbacks.purpose"), e.purpose()).put(t("field.state"), Badge.of("callbackState", e.state()))
            .put(t("callbacks.detail"), e.detail()).put(t("callbacks.address"), e.address()).put(t("callbacks.tries"), Integer.toString(e.tries()))
            .put(t("callbacks.received"), f.time(e.receivedAt())).put(t("callbacks.processed"), f.time(e.processedAt()));
        Pre body = new Pre(e.body() == null ? "" : e.body());
        body.setId("callback-body");
        body.addClassName("raw");
        InfoDialog d = new InfoDialog(t("callbacks.one"), facts, body);
        if (who.may(Permission.PLUGINS_WRITE)) {
            d.actions(Buttons.primary("callback-replay", t("callbacks.replay"), VaadinIcon.REFRESH, x -> {
                inbox.replay(who.caller(), e.id());
                d.close();
                Toast.ok(t("callbacks.replayed"));
                grid.reload();
            }));
        }
        d.open();
    }

    private static final class CallbacksGrid extends ListGrid<Entry> {
        private static final long serialVersionUID = 1;

        CallbacksGrid(CallbackInbox inbox, Who who) {
            super("callbacks-grid");
            Formats f = who.formats();
            wide("at", t("callbacks.received"), e -> f.time(e.receivedAt()));
            wide("plugin", t("callbacks.plugin"), Entry::plugin);
            wide("purpose", t("callbacks.purpose"), Entry::purpose);
            wideComponent("state", t("field.state"), e -> Badge.of("callbackState", e.state()));
            wide("detail", t("callbacks.detail"), Entry::detail).setAutoWidth(false).setFlexGrow(3);
            wideMoney("tries", t("callbacks.tries"), Entry::tries);
            narrow(e -> e.plugin() + " · " + e.purpose(), e -> f.time(e.receivedAt()) + (e.detail() == null ? "" : " · " + e.detail()), e -> Badge.of("callbackState", e.state()));
            source(new KeysetDataProvider<>(q -> inbox.list(who.caller(), q), null, Entry::id), new EmptyState(VaadinIcon.INBOX, t("callbacks.none"), t("callbacks.noneText")));
        }
    }
}

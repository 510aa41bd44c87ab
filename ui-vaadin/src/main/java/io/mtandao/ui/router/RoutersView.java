package io.mtandao.ui.router;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Route;
import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Permission;
import io.mtandao.api.Problem;
import io.mtandao.api.extension.Plugins;
import io.mtandao.api.router.Router;
import io.mtandao.api.router.Routers;
import io.mtandao.api.router.Routers.Draft;
import io.mtandao.api.router.Routers.Probe;
import io.mtandao.ui.access.Locales;
import io.mtandao.ui.access.Needs;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Ask;
import io.mtandao.ui.kit.Background;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.EmptyState;
import io.mtandao.ui.kit.ListPage;
import io.mtandao.ui.kit.Problems;
import io.mtandao.ui.kit.Toast;
import io.mtandao.ui.shell.MainLayout;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The routers on which subscribers are let on. */
@Needs(Permission.ROUTERS_READ)
@Route(value = "routers", layout = MainLayout.class)
public final class RoutersView extends ListPage implements RouterDialog.Listener {
    private static final long serialVersionUID = 1;
    private final transient Routers routers;
    private final transient Plugins plugins;
    private final transient Who who;
    private final transient Background background;
    private final RoutersGrid grid;
    private final boolean write;

    public RoutersView(Routers routers, Plugins plugins, Who who, Background background) {
        super("routers");
        this.routers = routers;
        this.plugins = plugins;
        this.who = who;
        this.background = background;
        write = who.may(Permission.ROUTERS_WRITE);
        choice("routers-health", "health", t("filter.allStates"), "health", Arrays.asList(Router.Health.values()));
        grid = new RoutersGrid(routers, who, write ? new EmptyState(VaadinIcon.SERVER, t("routers.none"), t("routers.noneText"), create("routers-empty-new"))
            : new EmptyState(VaadinIcon.SERVER, t("routers.none"), t("routers.noneRead")));
        grid.onOpen(r -> open(r.id()));
        onFilter(filters -> grid.source().filter(null, filters));
        build(grid, write ? new Component[] {create("routers-new")} : new Component[0]);
    }

    private Button create(String id) {
        return Buttons.primary(id, t("routers.new"), VaadinIcon.PLUS, e -> {
            Map<String, String> drivers = drivers();
            if (drivers.isEmpty()) Toast.fail(t("routers.noDriver"));
            else new RouterForm(null, drivers).dialog(t("routers.new"), draft -> {
                Router made = routers.create(who.caller(), draft);
                grid.reload();
                dialog(made).openAndTest();
            });
        });
    }

    /** By id: the enabled network plugins; for those who may not see plugins (a technician), the drivers that the ISP's routers use already. */
    private Map<String, String> drivers() {
        Map<String, String> out = new LinkedHashMap<>();
        if (who.may(Permission.PLUGINS_READ)) {
            plugins.list(who.caller(), Locales.now()).stream().filter(p -> p.kind().equals("network") && p.enabled()).forEach(p -> out.put(p.id(), p.name()));
        } else {
            routers.list(who.caller(), ListQuery.first(ListQuery.MOST)).items().forEach(r -> out.put(r.driver(), r.driver()));
        }
        return out;
    }

    private void open(long id) {
        dialog(routers.get(who.caller(), id)).open();
    }

    private RouterDialog dialog(Router router) {
        return new RouterDialog(router, who, write, this);
    }

    @Override
    public void test(Router router, Consumer<Probe> answer) {
        Caller caller = who.caller();
        background.run(this, () -> routers.test(caller, router.id()), probe -> {
            grid.reload();
            answer.accept(probe);
        }, e -> answer.accept(new Probe(false, e instanceof Problem p ? Problems.text(p) : t("problem.unexpected"), null, Map.of())));
    }

    @Override
    public void believe(Router router, String fingerprint) {
        Router now = routers.get(who.caller(), router.id());
        Router pinned = routers.update(who.caller(), now.id(), now.version(),
            new Draft(now.name(), now.driver(), now.host(), now.port(), now.user(), null, true, fingerprint));
        Toast.ok(t("routers.believed", now.name()));
        grid.reload();
        dialog(pinned).openAndTest();
    }

    @Override
    public void edit(Router router) {
        new RouterForm(router, drivers()).dialog(t("routers.edit"), draft -> {
            Router changed = routers.update(who.caller(), router.id(), router.version(), draft);
            Toast.ok(t("routers.saved", changed.name()));
            grid.reload();
            dialog(changed).openAndTest();
        });
    }

    @Override
    public void delete(Router router, Runnable gone) {
        Ask.first(t("routers.deleteTitle", router.name()), t("routers.deleteText"), t("action.delete"), true, () -> {
            routers.delete(who.caller(), router.id());
            Toast.ok(t("routers.deleted", router.name()));
            gone.run();
            grid.reload();
        });
    }
}

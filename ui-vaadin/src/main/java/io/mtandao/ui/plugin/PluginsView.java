package io.mtandao.ui.plugin;

import static io.mtandao.ui.kit.Texts.orElse;
import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.mtandao.api.Caller;
import io.mtandao.api.Permission;
import io.mtandao.api.Problem;
import io.mtandao.api.extension.Plugins;
import io.mtandao.api.extension.Plugins.Plugin;
import io.mtandao.api.extension.Plugins.State;
import io.mtandao.api.extension.Plugins.TestResult;
import io.mtandao.ui.access.Locales;
import io.mtandao.ui.access.Needs;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Background;
import io.mtandao.ui.kit.EmptyState;
import io.mtandao.ui.kit.PageHeader;
import io.mtandao.ui.kit.Problems;
import io.mtandao.ui.kit.Toast;
import io.mtandao.ui.shell.MainLayout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The plugins of the ISP by kind. One that the operator installs appears on open pages by itself, and leaves them the same way. */
@Needs(Permission.PLUGINS_READ)
@Route(value = "plugins", layout = MainLayout.class)
public final class PluginsView extends Div implements HasDynamicTitle, PluginCard.Listener {
    private static final long serialVersionUID = 1;
    private static final List<String> KINDS = List.of("payment", "sms", "whatsapp", "mail", "network");
    private final transient Plugins plugins;
    private final transient Who who;
    private final transient Background background;
    private final Div list = new Div();
    private transient AutoCloseable listening;

    public PluginsView(Plugins plugins, Who who, Background background) {
        this.plugins = plugins;
        this.who = who;
        this.background = background;
        addClassName("page");
        list.setId("plugins");
        add(new PageHeader(t("plugins.title"), t("plugins.text")), list);
        draw();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        UI ui = event.getUI();
        listening = plugins.onChange(() -> ui.access(this::draw));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        super.onDetach(event);
        try {
            if (listening != null) listening.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void draw() {
        list.removeAll();
        List<Plugin> all = plugins.list(who.caller(), Locales.now());
        if (all.isEmpty()) list.add(new EmptyState(VaadinIcon.PLUG, t("plugins.none"), t("plugins.noneText")));
        Map<String, List<Plugin>> byKind = new LinkedHashMap<>();
        KINDS.forEach(k -> byKind.put(k, new ArrayList<>()));
        all.forEach(p -> byKind.computeIfAbsent(p.kind(), k -> new ArrayList<>()).add(p));
        byKind.forEach((kind, of) -> {
            if (!of.isEmpty()) list.add(section(kind, of));
        });
    }

    private Section section(String kind, List<Plugin> of) {
        List<Plugin> chosen = of.stream().filter(Plugin::enabled).toList();
        Div cards = new Div();
        cards.addClassName("cards");
        boolean mayChange = who.may(Permission.PLUGINS_WRITE);
        for (Plugin p : of) cards.add(new PluginCard(p, mayChange, chosen.indexOf(p) + 1, chosen.size(), this));
        Section section = new Section(new H2(orElse(kind, "plugins.kind." + kind)), new Paragraph(orElse("", "plugins.kindText." + kind)), cards);
        section.addClassName("plugin-kind");
        return section;
    }

    @Override
    public void enable(Plugin plugin, boolean on) {
        if (on && lacksSettings(plugin)) {
            draw();
            dialog(plugin, true);
            return;
        }
        if (Problems.attempt(() -> plugins.configure(who.caller(), plugin.id(), on, plugin.settings()))) Toast.ok(t(on ? "plugins.nowOn" : "plugins.nowOff", plugin.name()));
        draw();
    }

    private static boolean lacksSettings(Plugin p) {
        return p.fields().stream().anyMatch(f -> f.required() && (f.defaultValue() == null || f.defaultValue().isBlank())
            && p.settings().getOrDefault(f.id(), "").isBlank() && !p.secretsSet().contains(f.id()));
    }

    @Override
    public void configure(Plugin plugin) {
        dialog(plugin, plugin.enabled() || plugin.state() == State.AVAILABLE && plugin.settings().isEmpty());
    }

    private void dialog(Plugin plugin, boolean on) {
        new PluginDialog(plugin, new PluginDialog.Listener() {
            @Override
            public void save(boolean enabled, Map<String, String> settings) {
                plugins.configure(who.caller(), plugin.id(), enabled, settings);
                Toast.ok(t("plugins.saved", plugin.name()));
                draw();
            }

            @Override
            public void test(Consumer<TestResult> result) {
                tryOut(plugin, result);
            }
        }).open(on);
    }

    @Override
    public void test(Plugin plugin, Div result) {
        ProgressBar busy = new ProgressBar();
        busy.setIndeterminate(true);
        result.removeAll();
        result.add(busy);
        tryOut(plugin, r -> {
            result.removeAll();
            result.add(PluginDialog.resultNote(r));
        });
    }

    private void tryOut(Plugin plugin, Consumer<TestResult> result) {
        Caller caller = who.caller();
        background.run(this, () -> plugins.test(caller, plugin.id()), result,
            e -> result.accept(new TestResult(false, e instanceof Problem p ? Problems.text(p) : t("problem.unexpected"), 0)));
    }

    @Override
    public void move(Plugin plugin, int by) {
        List<String> ids = new ArrayList<>(plugins.list(who.caller(), Locales.now()).stream()
            .filter(p -> p.kind().equals(plugin.kind()) && p.enabled()).map(Plugin::id).toList());
        int at = ids.indexOf(plugin.id());
        if (at >= 0 && at + by >= 0 && at + by < ids.size()) {
            ids.remove(at);
            ids.add(at + by, plugin.id());
            plugins.order(who.caller(), plugin.kind(), ids);
        }
        draw();
    }

    @Override
    public String getPageTitle() {
        return t("plugins.title");
    }
}

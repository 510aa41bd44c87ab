package io.mtandao.ui.plugin;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.mtandao.api.extension.Plugins.Plugin;
import io.mtandao.api.extension.Plugins.State;
import io.mtandao.ui.kit.Badge;
import io.mtandao.ui.kit.Buttons;

/** One plugin at a glance. What is pressed on it is told to its {@link Listener}. */
final class PluginCard extends Div {
    private static final long serialVersionUID = 1;

    interface Listener {
        void enable(Plugin plugin, boolean on);

        void configure(Plugin plugin);

        void test(Plugin plugin, Div result);

        void move(Plugin plugin, int by);
    }

    /** @param place 1 for first choice, 0 where there is no choice */
    PluginCard(Plugin plugin, boolean mayChange, int place, int places, Listener listener) {
        String id = "plugin-" + plugin.id();
        setId(id);
        addClassNames("card", "plugin-card");
        if (plugin.enabled()) addClassName("plugin-on");
        Checkbox on = new Checkbox(plugin.enabled());
        on.setId(id + "-enable");
        on.addClassName("switch");
        on.setAriaLabel(t("plugins.enableNamed", plugin.name()));
        on.setReadOnly(!mayChange);
        on.addValueChangeListener(e -> {
            if (e.isFromClient()) listener.enable(plugin, e.getValue());
        });
        Div words = new Div(new H3(plugin.name()), state(plugin));
        words.addClassName("plugin-words");
        Div head = new Div(icon(plugin.icon()), words, on);
        head.addClassName("plugin-head");
        add(head, new Paragraph(plugin.summary()));
        if (plugin.trouble() != null && !plugin.trouble().isBlank()) {
            Div trouble = new Div(VaadinIcon.WARNING.create(), new Span(plugin.trouble()));
            trouble.addClassNames("note", "note-bad");
            add(trouble);
        }
        if (mayChange) add(actions(plugin, id, place, places, listener));
    }

    private static Div actions(Plugin plugin, String id, int place, int places, Listener listener) {
        Div result = new Div();
        result.setId(id + "-result");
        Button configure = Buttons.plain(id + "-configure", t("plugins.configure"), VaadinIcon.COG_O, e -> listener.configure(plugin));
        configure.addThemeVariants(ButtonVariant.LUMO_SMALL);
        Div row = new Div(configure);
        row.addClassName("plugin-actions");
        if (plugin.enabled() && plugin.state() != State.AWAY) {
            Button test = Buttons.plain(id + "-test", t("plugins.test"), VaadinIcon.CONNECT_O, e -> listener.test(plugin, result));
            test.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            row.add(test);
        }
        if (place > 0 && places > 1) {
            Button up = Buttons.icon(id + "-up", t("plugins.up"), VaadinIcon.ARROW_UP, e -> listener.move(plugin, -1));
            Button down = Buttons.icon(id + "-down", t("plugins.down"), VaadinIcon.ARROW_DOWN, e -> listener.move(plugin, 1));
            up.setEnabled(place > 1);
            down.setEnabled(place < places);
            Span rank = new Span(place == 1 ? t("plugins.first") : t("plugins.nth", place));
            rank.addClassName("plugin-rank");
            Div order = new Div(rank, up, down);
            order.addClassName("plugin-order");
            row.add(order);
        }
        return new Div(row, result);
    }

    private static Span state(Plugin plugin) {
        return switch (plugin.state()) {
            case ENABLED -> plugin.enabled() ? new Badge(t("plugins.state.ENABLED"), Badge.Tone.GOOD) : new Badge(t("plugins.state.AVAILABLE"), Badge.Tone.PLAIN);
            case AWAY -> new Badge(t("plugins.state.AWAY"), Badge.Tone.WARN);
            case AVAILABLE -> new Badge(t("plugins.state.AVAILABLE"), Badge.Tone.PLAIN);
        };
    }

    private static Span icon(String name) {
        Icon icon = name != null && name.matches("[a-z]+:[a-z0-9-]+") ? new Icon(name.substring(0, name.indexOf(':')), name.substring(name.indexOf(':') + 1))
            : VaadinIcon.PLUG.create();
        Span sign = new Span(icon);
        sign.addClassName("plugin-icon");
        return sign;
    }
}

package io.mtandao.ui.settings;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.mtandao.api.messaging.Channel;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** In which order channels are tried; one can be left out. */
final class ChannelsField extends Div {
    private static final long serialVersionUID = 1;
    private final List<Channel> used = new ArrayList<>();

    ChannelsField() {
        setId("settings-channels");
        addClassName("channels");
    }

    /** @param order for example {@code sms,whatsapp} */
    void set(String order) {
        used.clear();
        for (String part : order == null ? new String[0] : order.split(",")) {
            for (Channel c : Channel.values()) if (c.name().equalsIgnoreCase(part.trim()) && !used.contains(c)) used.add(c);
        }
        draw();
    }

    String get() {
        return used.stream().map(c -> c.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(","));
    }

    private void draw() {
        removeAll();
        for (int i = 0; i < used.size(); i++) add(row(i));
        for (Channel c : Channel.values()) if (!used.contains(c)) add(unused(c));
    }

    private Div row(int i) {
        Channel c = used.get(i);
        String id = "channel-" + c.name().toLowerCase(Locale.ROOT);
        var up = Buttons.icon(id + "-up", t("plugins.up"), VaadinIcon.ARROW_UP, e -> move(i, i - 1));
        up.setEnabled(i > 0);
        var down = Buttons.icon(id + "-down", t("plugins.down"), VaadinIcon.ARROW_DOWN, e -> move(i, i + 1));
        down.setEnabled(i < used.size() - 1);
        var out = Buttons.icon(id + "-remove", t("settings.channelRemove"), VaadinIcon.CLOSE_SMALL, e -> {
            used.remove(c);
            draw();
        });
        out.setEnabled(used.size() > 1);
        Span name = new Span((i + 1) + ". " + Texts.of("channel", c));
        Div row = new Div(name, up, down, out);
        row.addClassName("channel-row");
        return row;
    }

    private Div unused(Channel c) {
        Div row = new Div(new Span(Texts.of("channel", c)), Buttons.icon("channel-" + c.name().toLowerCase(Locale.ROOT) + "-add", t("settings.channelAdd"), VaadinIcon.PLUS, e -> {
            used.add(c);
            draw();
        }));
        row.addClassNames("channel-row", "channel-unused");
        return row;
    }

    private void move(int from, int to) {
        used.add(to, used.remove(from));
        draw();
    }
}

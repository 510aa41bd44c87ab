package io.mtandao.ui.message;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.RouterLink;
import io.mtandao.api.messaging.Messages;
import io.mtandao.api.messaging.Messages.Message;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Badge;
import io.mtandao.ui.kit.EmptyState;
import io.mtandao.ui.kit.Facts;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.InfoDialog;
import io.mtandao.ui.kit.KeysetDataProvider;
import io.mtandao.ui.kit.ListGrid;
import io.mtandao.ui.kit.Texts;
import io.mtandao.ui.subscriber.SubscriberView;
import java.util.Map;

/** Messages and what became of them. */
public final class MessagesGrid extends ListGrid<Message> {
    private static final long serialVersionUID = 1;
    private final transient Who who;

    MessagesGrid(Messages messages, Who who, Map<String, String> filters, Component whenEmpty) {
        super("messages-grid");
        this.who = who;
        Formats f = who.formats();
        wide("at", t("messages.at"), m -> f.time(m.createdAt()));
        wide("channel", t("messages.channel"), m -> Texts.of("channel", m.channel()));
        wide("to", t("messages.recipient"), Message::to);
        wide("text", t("messages.body"), Message::text).setAutoWidth(false).setFlexGrow(4).setWidth("16em");
        wideComponent("state", t("field.state"), m -> Badge.of("messageState", m.state()));
        narrow(m -> Texts.of("channel", m.channel()) + " · " + m.to(), m -> f.time(m.createdAt()) + " · " + m.text(), m -> Badge.of("messageState", m.state()));
        KeysetDataProvider<Message> source = new KeysetDataProvider<>(q -> messages.list(who.caller(), q), q -> messages.count(who.caller(), q), Message::id);
        source.filter(null, filters);
        source(source, whenEmpty);
        onOpen(m -> dialog(messages.get(who.caller(), m.id())).open());
    }

    public static MessagesGrid ofOne(Messages messages, Who who, long subscriberId) {
        return new MessagesGrid(messages, who, Map.of("subscriberId", Long.toString(subscriberId)),
            new EmptyState(VaadinIcon.COMMENT_O, t("messages.none"), t("messages.noneOfOne")));
    }

    private InfoDialog dialog(Message m) {
        Formats f = who.formats();
        Facts facts = new Facts().put(t("field.state"), Badge.of("messageState", m.state())).put(t("messages.channel"), Texts.of("channel", m.channel()))
            .put(t("messages.recipient"), m.to()).put(t("messages.event"), Texts.orElse(m.event(), "event." + m.event())).put(t("messages.gateway"), m.plugin())
            .put(t("messages.detail"), m.detail()).put(t("messages.tries"), Integer.toString(m.tries())).put(t("messages.at"), f.time(m.createdAt()))
            .put(t("messages.sentAt"), f.time(m.sentAt())).put(t("messages.deliveredAt"), f.time(m.deliveredAt()));
        com.vaadin.flow.component.html.Paragraph text = new com.vaadin.flow.component.html.Paragraph(m.text());
        text.addClassName("message-text");
        InfoDialog dialog = new InfoDialog(t("messages.one"), text, facts);
        if (m.subscriberId() != null) {
            RouterLink link = new RouterLink(t("messages.toSubscriber"), SubscriberView.class, m.subscriberId());
            link.getElement().addEventListener("click", e -> dialog.close());
            dialog.actions(link);
        }
        return dialog;
    }
}

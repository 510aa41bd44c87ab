package io.mtandao.ui.message;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Route;
import io.mtandao.api.Permission;
import io.mtandao.api.messaging.Channel;
import io.mtandao.api.messaging.Messages;
import io.mtandao.ui.access.Needs;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.EmptyState;
import io.mtandao.ui.kit.ListPage;
import io.mtandao.ui.shell.MainLayout;
import java.util.Arrays;
import java.util.Map;

/** All messages and what became of them. */
@Needs(Permission.MESSAGES_READ)
@Route(value = "messages", layout = MainLayout.class)
public final class MessagesView extends ListPage {
    private static final long serialVersionUID = 1;

    public MessagesView(Messages messages, Who who) {
        super("messages");
        search("messages-search", t("messages.search"));
        choice("messages-channel", "channel", t("messages.allChannels"), "channel", Arrays.asList(Channel.values()));
        choice("messages-state", "state", t("filter.allStates"), "messageState", Arrays.asList(Messages.State.values()));
        MessagesGrid grid = new MessagesGrid(messages, who, Map.of(), new EmptyState(VaadinIcon.COMMENT_O, t("messages.none"), t("messages.noneText")));
        onFilter(filters -> grid.source().filter(searched(), filters));
        build(grid);
    }
}

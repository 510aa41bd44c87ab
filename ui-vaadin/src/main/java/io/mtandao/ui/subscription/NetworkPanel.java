package io.mtandao.ui.subscription;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.mtandao.api.Caller;
import io.mtandao.api.Permission;
import io.mtandao.api.Problem;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.router.Routers;
import io.mtandao.api.router.Routers.NetworkState;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Background;
import io.mtandao.ui.kit.Badge;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.EmptyState;
import io.mtandao.ui.kit.Facts;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.Problems;
import io.mtandao.ui.kit.Toast;
import java.util.List;
import java.util.Optional;

/** How a subscriber's subscriptions stand on the routers; applies again on request. */
public final class NetworkPanel extends Div {
    private static final long serialVersionUID = 1;

    public NetworkPanel(List<Subscription> subscriptions, Routers routers, Who who, Background background, Runnable changed) {
        Formats f = who.formats();
        boolean any = false;
        for (Subscription s : subscriptions) {
            Optional<NetworkState> state = routers.state(who.caller(), s.id());
            if (state.isEmpty()) continue;
            any = true;
            NetworkState n = state.get();
            Div head = new Div(new H3(s.packageName()), line(n, f));
            head.addClassName("card-head");
            Facts facts = new Facts().put(t("field.pppoeUser"), n.user())
                .put(t("network.wanted"), n.closed() ? t("network.closed", f.time(n.opensAt())) : t(n.allowed() ? "network.allowed" : "network.cut"))
                .put(t("network.changedAt"), f.time(n.changedAt())).put(t("network.appliedAt"), f.time(n.appliedAt()))
                .put(t("network.tries"), n.tries() == 0 ? null : Integer.toString(n.tries())).put(t("network.error"), n.error());
            Div card = new Div(head, facts);
            card.addClassName("card");
            if (who.may(Permission.ROUTERS_WRITE)) {
                card.add(Buttons.plain("network-sync-" + s.id(), t("network.sync"), VaadinIcon.REFRESH, e -> {
                    Caller caller = who.caller();
                    background.run(this, () -> {
                        routers.sync(caller, s.id());
                        return true;
                    }, ok -> {
                        Toast.ok(t("network.synced"));
                        changed.run();
                    }, wrong -> Toast.fail(wrong instanceof Problem p ? Problems.text(p) : t("problem.unexpected")));
                }));
            }
            add(card);
        }
        if (!any) add(new EmptyState(VaadinIcon.SERVER, t("network.none"), t("network.noneText")));
    }

    /** The state in one badge: online, allowed, closed for some hours, cut, or on its way. */
    public static Component line(NetworkState n, Formats f) {
        Div line = new Div();
        line.addClassName("network-line");
        if (n.routerId() == null) line.add(new Badge(t("subscriptions.noRouter"), Badge.Tone.WARN));
        else if (n.error() != null) line.add(new Badge(t("network.failing"), Badge.Tone.BAD), new Span(n.error()));
        else if (!n.applied()) line.add(new Badge(t("network.pending"), Badge.Tone.WARN));
        else if (n.closed()) line.add(new Badge(t("network.isClosed"), Badge.Tone.INFO), new Span(t("network.opensAt", f.time(n.opensAt()))));
        else if (!n.allowed()) line.add(new Badge(t("network.isCut"), Badge.Tone.PLAIN));
        else if (Boolean.TRUE.equals(n.online())) line.add(new Badge(t("network.online"), Badge.Tone.GOOD));
        else if (Boolean.FALSE.equals(n.online())) line.add(new Badge(t("network.offline"), Badge.Tone.INFO));
        else line.add(new Badge(t("network.on"), Badge.Tone.GOOD));
        return line;
    }
}

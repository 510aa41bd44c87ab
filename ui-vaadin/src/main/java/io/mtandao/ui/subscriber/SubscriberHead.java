package io.mtandao.ui.subscriber;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.router.RouterLink;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscription;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Badge;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.subscription.NetworkPanel;
import io.mtandao.ui.voucher.Redemption;
import io.mtandao.ui.wallet.WalletPanel;
import java.util.List;

/** The top of a subscriber's page: name, how to reach, balance, and the buttons. */
final class SubscriberHead extends Div {
    private static final long serialVersionUID = 1;

    SubscriberHead(Subscriber s, List<Subscription> subscriptions, SubscriberServices services, Who who, SubscriberActions actions) {
        addClassName("subscriber-head");
        Formats f = who.formats();
        Div title = new Div(new H1(s.name()));
        title.addClassName("subscriber-title");
        subscriptions.stream().map(Subscription::state).distinct().forEach(state -> title.add(Badge.of("subscriptionState", state)));
        if (who.may(Permission.ROUTERS_READ)) {
            Span network = new Span();
            network.setId("network-state");
            subscriptions.stream().map(x -> services.used().routers().state(who.caller(), x.id())).flatMap(java.util.Optional::stream).findFirst()
                .ifPresent(n -> network.add(NetworkPanel.line(n, f)));
            title.add(network);
        }
        Div reach = new Div(new Span(t("subscriber.account", s.accountNumber())));
        reach.addClassName("subscriber-reach");
        if (s.phone() != null) reach.add(new Anchor("tel:" + s.phone(), s.phone()));
        if (s.email() != null) reach.add(new Anchor("mailto:" + s.email(), s.email()));
        if (s.place() != null) reach.add(new Span(s.place()));
        if (s.details().payerId() != null) reach.add(payer(s));
        Div words = new Div(title, reach);
        if (!s.details().tags().isEmpty()) words.add(SubscribersGrid.tags(s));
        if (s.notes() != null && !s.notes().isBlank()) words.add(notes(s.notes()));
        words.addClassName("subscriber-words");
        Span balanceWords = caption(WalletPanel.words(s.balance(), f));
        balanceWords.setId("wallet-meaning");
        String payer = s.details().payerName();
        Div wallet = new Div(caption(payer == null ? t("subscriber.wallet") : t("wallet.of", payer)), amount(f, s), balanceWords);
        wallet.addClassName("subscriber-wallet");
        Avatar avatar = new Avatar(s.name());
        avatar.addClassName("subscriber-avatar");
        Div top = new Div(avatar, words, wallet);
        top.addClassName("subscriber-top");
        add(top, buttons(who, actions));
    }

    private Div buttons(Who who, SubscriberActions actions) {
        Div row = new Div();
        row.addClassName("page-actions");
        boolean write = who.may(Permission.PAYMENTS_WRITE);
        if (write || who.may(Permission.PAYMENTS_REQUEST)) row.add(Buttons.primary("pay-now", t("pay.now"), VaadinIcon.MOBILE, e -> actions.ask()));
        if (write) row.add(Buttons.plain("cash-receive", t("cash.receive"), VaadinIcon.CASH, e -> actions.cash()));
        if (who.may(Permission.SUBSCRIPTIONS_WRITE))
            row.add(Buttons.plain("subscription-new", t("subscriptions.new"), VaadinIcon.PLUS, e -> actions.subscribe()));
        MenuBar more = new MenuBar();
        more.setId("subscriber-more");
        MenuItem root = more.addItem(VaadinIcon.ELLIPSIS_DOTS_H.create());
        root.setAriaLabel(t("action.more"));
        if (Redemption.isFor(who)) root.getSubMenu().addItem(t("vouchers.redeem"), e -> actions.redeem()).setId("voucher-redeem");
        if (who.may(Permission.SUBSCRIBERS_WRITE)) root.getSubMenu().addItem(t("action.edit"), e -> actions.edit()).setId("subscriber-edit");
        if (who.may(Permission.MESSAGES_WRITE)) root.getSubMenu().addItem(t("messages.write"), e -> actions.message()).setId("subscriber-message");
        if (who.may(Permission.SUBSCRIBERS_WRITE))
            root.getSubMenu().addItem(t("action.delete"), e -> actions.delete(() -> getUI().ifPresent(ui -> ui.navigate(SubscribersView.class))))
                .setId("subscriber-delete");
        if (!root.getSubMenu().getItems().isEmpty()) row.add(more);
        return row;
    }

    private static Span payer(Subscriber s) {
        RouterLink link = new RouterLink(s.details().payerName(), SubscriberView.class, s.details().payerId());
        link.setId("subscriber-payer");
        return new Span(new Span(t("about.paidBy") + " "), link);
    }

    private static Paragraph notes(String text) {
        Paragraph p = new Paragraph(text);
        p.addClassName("subscriber-notes");
        return p;
    }

    private static Span caption(String text) {
        Span s = new Span(text);
        s.addClassName("fact-name");
        return s;
    }

    private static Span amount(Formats f, Subscriber s) {
        Span a = new Span(f.money(s.balance()));
        a.setId("wallet-balance");
        a.addClassNames("wallet-amount", s.balance().isNegative() ? "debt" : "even");
        return a;
    }
}

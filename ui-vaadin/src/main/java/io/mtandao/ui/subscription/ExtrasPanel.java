package io.mtandao.ui.subscription;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.mtandao.api.billing.Extras;
import io.mtandao.api.billing.Extras.Discount;
import io.mtandao.api.billing.Extras.Item;
import io.mtandao.api.billing.Subscription;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Ask;
import io.mtandao.ui.kit.Badge;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.Facts;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.ReductionField;
import io.mtandao.ui.kit.Toast;

/** What is paid beside or instead of the package's price: items, discounts, an own price. */
final class ExtrasPanel extends Div {
    private static final long serialVersionUID = 1;
    private final transient SubscriptionServices services;
    private final transient Who who;
    private final transient Formats formats;
    private final transient Runnable changed;
    private final boolean write;

    ExtrasPanel(Subscription s, SubscriptionServices services, Who who, boolean write, Runnable changed) {
        this.services = services;
        this.who = who;
        this.write = write;
        this.changed = changed;
        formats = who.formats();
        setId("extras");
        addClassName("card");
        Extras.View view = services.extras().of(who.caller(), s.id());
        ExtraDialogs dialogs = new ExtraDialogs(s, services, who, this::done);
        add(new H3(t("extras.title")), price(view, dialogs));
        section(t("extras.items"), Buttons.small("item-add", t("extras.itemAdd"), VaadinIcon.PLUS, e -> dialogs.item()));
        view.items().forEach(i -> add(item(i)));
        if (view.items().isEmpty()) add(new Paragraph(t("extras.noItems")));
        section(t("extras.discounts"), Buttons.small("coupon-redeem", t("extras.coupon"), VaadinIcon.TICKET, e -> dialogs.coupon()),
            Buttons.small("discount-add", t("extras.discountAdd"), VaadinIcon.PLUS, e -> dialogs.discount()));
        view.discounts().forEach(d -> add(discount(d)));
        if (view.discounts().isEmpty()) add(new Paragraph(t("extras.noDiscounts")));
    }

    private Div price(Extras.View view, ExtraDialogs dialogs) {
        Facts facts = new Facts().put(t("extras.packagePrice"), formats.money(view.packagePrice()));
        if (view.ownPrice() != null) facts.put(t("extras.ownPrice"), formats.money(view.ownPrice()));
        Div row = new Div(facts);
        row.addClassName("price-row");
        if (write) row.add(Buttons.small("own-price", t("extras.ownPriceSet"), VaadinIcon.EDIT, e -> dialogs.ownPrice(view.ownPrice())));
        if (write && view.ownPrice() != null) {
            row.add(Buttons.icon("own-price-end", t("extras.ownPriceEnd"), VaadinIcon.CLOSE_SMALL, e -> Ask.first(t("extras.ownPriceEnd"), t("extras.ownPriceEndText"), t("extras.end"), false, () -> {
                services.extras().overridePrice(who.caller(), dialogs.subscriptionId(), null, null);
                done(t("extras.ownPriceEnded"));
            })));
        }
        return row;
    }

    private void section(String title, Component... buttons) {
        Div head = new Div(new H4(title));
        head.addClassName("card-head");
        Div actions = new Div(buttons);
        actions.addClassName("quick");
        if (write) head.add(actions);
        add(head);
    }

    private Div item(Item i) {
        String price = (i.quantity() == 1 ? "" : i.quantity() + " × ") + formats.money(i.unitPrice());
        Badge state = i.endedAt() != null ? new Badge(t("extras.ended"), Badge.Tone.PLAIN) : i.recurring() ? new Badge(t("extras.recurring"), Badge.Tone.INFO)
            : i.billedOn() != null ? new Badge(t("extras.billedOn", i.billedOn()), Badge.Tone.GOOD) : new Badge(t("extras.nextBill"), Badge.Tone.WARN);
        Div row = row("item-" + i.id(), i.text(), price, state);
        if (write && i.endedAt() == null && (i.recurring() || i.billedOn() == null)) {
            row.add(Buttons.icon("item-" + i.id() + "-remove", t("extras.itemRemove"), VaadinIcon.CLOSE_SMALL, e -> Ask.first(t("extras.itemRemoveTitle", i.text()),
                t(i.recurring() ? "extras.itemEndText" : "extras.itemRemoveText"), t("extras.itemRemove"), true, () -> {
                    services.extras().removeItem(who.caller(), i.id());
                    done(t("extras.itemRemoved"));
                })));
        }
        return row;
    }

    private Div discount(Discount d) {
        String bills = d.bills() == null ? t("extras.allBills") : t("extras.billsLeft", d.bills());
        Badge state = d.endedAt() != null ? new Badge(t("extras.ended"), Badge.Tone.PLAIN) : d.coupon() != null ? new Badge(d.coupon(), Badge.Tone.INFO) : null;
        Div row = row("discount-" + d.id(), "\u2212" + ReductionField.text(d.reduction(), formats), d.reason() == null ? bills : bills + " · " + d.reason(), state);
        if (write && d.endedAt() == null) {
            row.add(Buttons.icon("discount-" + d.id() + "-end", t("extras.end"), VaadinIcon.CLOSE_SMALL, e -> Ask.first(t("extras.discountEndTitle"), t("extras.discountEndText"),
                t("extras.end"), true, () -> {
                    services.extras().endDiscount(who.caller(), d.id());
                    done(t("extras.discountEnded"));
                })));
        }
        return row;
    }

    private static Div row(String id, String first, String second, Badge state) {
        Span top = new Span(first);
        top.addClassName("narrow-first");
        Span below = new Span(second);
        below.addClassName("narrow-second");
        Div row = new Div(new Div(top, below));
        if (state != null) row.add(state);
        row.setId(id);
        row.addClassName("line-row");
        return row;
    }

    private void done(String text) {
        Toast.ok(text);
        changed.run();
    }
}

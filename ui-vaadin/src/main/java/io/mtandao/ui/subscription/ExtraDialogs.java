package io.mtandao.ui.subscription;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.mtandao.api.Money;
import io.mtandao.api.billing.Subscription;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.AskReason;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.FormDialog;
import io.mtandao.ui.kit.MoneyField;
import io.mtandao.ui.kit.ReductionField;
import io.mtandao.ui.kit.WholeField;
import java.util.function.Consumer;

/** Asks for what is to be paid beside or instead of the package. */
final class ExtraDialogs {
    private final Subscription subscription;
    private final SubscriptionServices services;
    private final Who who;
    private final Consumer<String> done;

    ExtraDialogs(Subscription subscription, SubscriptionServices services, Who who, Consumer<String> done) {
        this.subscription = subscription;
        this.services = services;
        this.who = who;
        this.done = done;
    }

    long subscriptionId() {
        return subscription.id();
    }

    void item() {
        new ItemForm(services.addOns(), who).dialog(draft -> {
            services.extras().add(who.caller(), subscription.id(), draft);
            done.accept(t("extras.itemAdded"));
        });
    }

    void discount() {
        ReductionField reduction = new ReductionField("discount", t("extras.discountKind"), who.settings().currency());
        WholeField bills = new WholeField("discount-bills", t("extras.howManyBills"), 1, 1000).optional();
        bills.setHelperText(t("extras.howManyBillsHelp"));
        bills.setWidthFull();
        TextField reason = AskReason.field("discount");
        Checks checks = new Checks().text("bills", bills, v -> bills.wrong()).text("reason", reason, Checks.needed(), Checks.atMost(200));
        reduction.rules(checks, "reduction");
        open(t("extras.discountAdd"), t("extras.discountAdd"), "discount-submit", checks, () -> {
            services.extras().discount(who.caller(), subscription.id(), reduction.get(), bills.number(), reason.getValue().trim());
            done.accept(t("extras.discountAdded"));
        }, reduction, bills, reason);
    }

    void coupon() {
        TextField code = new TextField(t("extras.couponCode"));
        code.setId("coupon-code");
        code.setWidthFull();
        Checks checks = new Checks().text("code", code, Checks.needed(), Checks.atMost(40));
        open(t("extras.coupon"), t("extras.couponSubmit"), "coupon-submit", checks, () -> {
            var d = services.extras().redeem(who.caller(), subscription.id(), code.getValue().trim());
            done.accept(t("extras.couponDone", ReductionField.text(d.reduction(), who.formats())));
        }, new Paragraph(t("extras.couponText")), code);
        code.focus();
    }

    /** @param now null when it has none */
    void ownPrice(Money now) {
        MoneyField price = new MoneyField(t("extras.ownPrice"), who.settings().currency());
        price.setId("own-price-amount");
        price.setWidthFull();
        price.setMoney(now);
        TextField reason = AskReason.field("own-price");
        Checks checks = new Checks().text("price", price, v -> price.wrong()).text("reason", reason, Checks.needed(), Checks.atMost(200));
        open(t("extras.ownPriceSet"), t("action.save"), "own-price-submit", checks, () -> {
            services.extras().overridePrice(who.caller(), subscription.id(), price.money(), reason.getValue().trim());
            done.accept(t("extras.ownPriceSaved"));
        }, new Paragraph(t("extras.ownPriceText", subscription.packageName())), price, reason);
    }

    private static void open(String title, String submit, String id, Checks checks, Runnable save, com.vaadin.flow.component.Component... content) {
        Div form = new Div(content);
        form.addClassName("stack");
        new FormDialog(title, form, submit, id, () -> checks.attempt(save)).open();
    }
}

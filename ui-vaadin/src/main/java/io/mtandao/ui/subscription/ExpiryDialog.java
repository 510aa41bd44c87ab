package io.mtandao.ui.subscription;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.mtandao.api.billing.Subscription;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.AskReason;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.FormDialog;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.MomentField;
import java.time.Duration;
import java.time.Instant;

/** Gives or takes time by hand, and says how much. No money moves. */
final class ExpiryDialog extends Div {
    private static final long serialVersionUID = 1;
    private final transient Who who;
    private final transient Subscription subscription;
    private final transient Formats formats;
    private final MomentField until;
    private final TextField reason = AskReason.field("expiry");
    private final Span effect = new Span();
    private final transient Checks checks = new Checks();

    ExpiryDialog(Subscription s, Who who) {
        this.who = who;
        subscription = s;
        formats = who.formats();
        until = new MomentField("expiry-until", t("expiry.until"), formats.zone());
        until.setInstant(s.expiresAt());
        addClassName("stack");
        effect.setId("expiry-effect");
        Div quick = new Div(step("expiry-day", 1), step("expiry-week", 7), step("expiry-back", -1));
        quick.addClassName("quick");
        checks.field("expiresAt", until, this::wrong).text("reason", reason, Checks.needed(), Checks.atMost(200));
        until.addValueChangeListener(e -> tell());
        add(new Paragraph(t("expiry.text")), quick, until, effect, reason);
        tell();
    }

    /** From what is chosen, or from now when that is over. */
    private com.vaadin.flow.component.button.Button step(String id, int days) {
        return Buttons.plain(id, t(days == 1 ? "expiry.day" : days > 0 ? "expiry.days" : "expiry.back", Math.abs(days)), null, e -> {
            Instant now = formats.clock().instant();
            Instant from = until.instant() == null || days > 0 && until.instant().isBefore(now) ? now : until.instant();
            until.setInstant(from.atZone(formats.zone()).plusDays(days).toInstant());
        });
    }

    private String wrong() {
        if (until.isEmpty()) return t("check.needed");
        return until.instant().equals(subscription.expiresAt()) ? t("expiry.same") : null;
    }

    private void tell() {
        Instant at = until.instant();
        if (at == null || at.equals(subscription.expiresAt())) effect.setText(t("expiry.unchanged", formats.time(subscription.expiresAt())));
        else if (!at.isAfter(formats.clock().instant())) effect.setText(t("expiry.cut"));
        else if (subscription.expiresAt() == null) effect.setText(t("expiry.gives", formats.fromNow(at)));
        else {
            Duration d = Duration.between(subscription.expiresAt(), at);
            effect.setText(t(d.isNegative() ? "expiry.less" : "expiry.more", Formats.span(d), formats.time(at)));
        }
    }

    void open(SubscriptionServices services, Runnable done) {
        new FormDialog(t("expiry.title"), this, t("deed.MOVE_EXPIRY"), "expiry-submit", () -> {
            if (!checks.attempt(() -> services.subscriptions().moveExpiry(who.caller(), subscription.id(), until.instant(), reason.getValue().trim()))) return false;
            done.run();
            return true;
        }).open();
    }
}

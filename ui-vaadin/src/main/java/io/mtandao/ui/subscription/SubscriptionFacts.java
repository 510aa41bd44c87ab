package io.mtandao.ui.subscription;

import static io.mtandao.ui.kit.Texts.t;

import io.mtandao.api.billing.Charging;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.ui.kit.Facts;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.Texts;
import java.time.Duration;
import java.time.Instant;

/** What a subscription costs, until when it is paid, and by what the network knows it. */
final class SubscriptionFacts extends Facts {
    private static final long serialVersionUID = 1;

    SubscriptionFacts(Subscription s, String routerName, Formats f) {
        put(t("field.price"), f.money(s.price()));
        until(s, f);
        put(t("field.reason"), s.details().reason());
        put(t("field.ipAddress"), s.details().ipAddress());
        put(t("field.macAddress"), s.details().macAddress());
        switch (s.details().service()) {
            case PPPOE -> put(t("field.pppoeUser"), s.pppoeUser());
            case HOTSPOT -> put(t("field.hotspotUser"), s.pppoeUser()).put(t("field.service"), Texts.of("serviceType", s.details().service()));
            case STATIC_IP -> put(t("field.service"), Texts.of("serviceType", s.details().service()));
        }
        put(t("field.router"), routerName == null ? t("subscriptions.noRouter") : routerName);
    }

    private void until(Subscription s, Formats f) {
        switch (s.state()) {
            case PENDING -> put(t("subscriptions.expiry"), t("subscriptions.notActivated"));
            case TRIAL -> put(t("subscriptions.trialUntil"), when(s.expiresAt(), f));
            case GRACE -> put(t("subscriptions.expired"), when(s.expiresAt(), f)).put(t("subscriptions.graceUntil"), when(s.details().graceUntil(), f));
            case PAUSED -> put(t("subscriptions.pausedSince"), f.time(s.details().pausedAt())).put(t("subscriptions.timeLeft"), timeLeft(s, f));
            case EXPIRED -> put(t("subscriptions.expired"), when(s.expiresAt(), f));
            // nothing runs any more that could end in some days
            case CANCELLED -> put(t("subscriptions.expiry"), f.time(s.expiresAt()));
            default -> put(t(s.details().charging() == Charging.POSTPAID ? "subscriptions.periodEnds" : "subscriptions.expiry"),
                s.expiresAt() == null ? t("subscriptions.neverPaid") : when(s.expiresAt(), f));
        }
    }

    /** Of a paused one: what was left when it was paused. */
    private static String timeLeft(Subscription s, Formats f) {
        if (s.state() != SubscriptionState.PAUSED || s.expiresAt() == null || s.details().pausedAt() == null) return null;
        Duration left = Duration.between(s.details().pausedAt(), s.expiresAt());
        return left.isNegative() ? null : Formats.span(left);
    }

    private static String when(Instant at, Formats f) {
        return at == null ? null : f.time(at) + " (" + f.fromNow(at).replace(' ', '\u00a0') + ")";
    }
}

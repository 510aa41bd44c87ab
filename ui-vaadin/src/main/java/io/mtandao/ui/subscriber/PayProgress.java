package io.mtandao.ui.subscriber;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.shared.Registration;
import io.mtandao.api.payment.PaymentRequest;
import io.mtandao.api.payment.Payments;
import io.mtandao.api.router.Routers;
import io.mtandao.api.router.Routers.NetworkState;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Background;
import io.mtandao.ui.kit.Buttons;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Watches one request to pay: asked, paid and booked, let on to the network. It looks every two seconds for at most five minutes. */
final class PayProgress extends Div {
    private static final long serialVersionUID = 1;
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final Duration MOST = Duration.ofMinutes(5);
    private final transient Payments payments;
    private final transient Routers routers;
    private final transient Who who;
    private final transient Supplier<List<Long>> subscriptions;
    private final transient Runnable changed;
    private final Div steps = new Div();
    private final Span status = new Span();
    private final ProgressBar busy = new ProgressBar();
    private transient Registration watch;
    private boolean booked;

    /** @param subscriptions the live ones that have a router @param changed runs when money was booked and when the network followed */
    PayProgress(Payments payments, Routers routers, Who who, Supplier<List<Long>> subscriptions, Runnable changed) {
        this.payments = payments;
        this.routers = routers;
        this.who = who;
        this.subscriptions = subscriptions;
        this.changed = changed;
        addClassNames("card", "pay-progress");
        steps.addClassName("pay-steps");
        status.setId("pay-status");
        status.getElement().setAttribute("role", "status");
        busy.setIndeterminate(true);
        Div head = new Div(status, Buttons.icon("pay-hide", t("action.close"), VaadinIcon.CLOSE_SMALL, e -> hide()));
        head.addClassName("card-head");
        add(head, busy, steps);
        setVisible(false);
    }

    void follow(PaymentRequest request, Background background) {
        hide();
        booked = false;
        setVisible(true);
        if (show(request)) watch = background.watch(this, EVERY, MOST, () -> show(payments.requestById(who.caller(), request.id())));
    }

    private void hide() {
        if (watch != null) watch.remove();
        watch = null;
        setVisible(false);
    }

    /** @return whether to look again */
    private boolean show(PaymentRequest r) {
        return switch (r.state()) {
            case NEW, SENT, UNKNOWN -> say(t(r.state() == PaymentRequest.State.UNKNOWN ? "pay.unknown" : "pay.waiting", r.phone()), r, 1, true, "waiting");
            case FAILED -> say(t("pay.failed"), r, 1, false, "failed");
            case PAID -> paid(r);
        };
    }

    private boolean paid(PaymentRequest r) {
        if (!booked) {
            booked = true;
            changed.run();
        }
        List<Long> live = subscriptions.get();
        if (live.isEmpty()) return say(t("pay.paid", who.formats().money(r.amount())), r, 2, false, "paid");
        List<NetworkState> states = live.stream().map(id -> routers.state(who.caller(), id)).flatMap(Optional::stream).toList();
        if (!states.isEmpty() && states.stream().allMatch(n -> n.applied() && (n.allowed() || n.closed()))) {
            changed.run();
            Optional<Instant> opens = states.stream().filter(NetworkState::closed).map(NetworkState::opensAt).min(Instant::compareTo);
            if (opens.isPresent()) return say(t("pay.closed", who.formats().time(opens.get())), r, 3, false, "closed");
            return say(t("pay.online"), r, 3, false, "online");
        }
        String error = states.stream().map(NetworkState::error).filter(java.util.Objects::nonNull).findFirst().orElse(null);
        return say(error == null ? t("pay.connecting") : t("pay.networkFails", error), r, 2, true, "paid");
    }

    private boolean say(String text, PaymentRequest r, int reached, boolean goesOn, String mark) {
        status.setText(text);
        getElement().setAttribute("data-state", mark);
        busy.setVisible(goesOn);
        steps.removeAll();
        boolean failed = r.state() == PaymentRequest.State.FAILED;
        steps.add(step(1, reached, false, t("pay.step1")), step(2, reached, failed, t("pay.step2")), step(3, reached, false, t("pay.step3")));
        if (r.text() != null && !r.text().isBlank()) {
            Span vendor = new Span(r.text());
            vendor.addClassName("pay-vendor");
            steps.add(vendor);
        }
        return goesOn;
    }

    private static Div step(int n, int reached, boolean failed, String text) {
        Div step = new Div((failed ? VaadinIcon.CLOSE_CIRCLE : n <= reached ? VaadinIcon.CHECK_CIRCLE : VaadinIcon.CIRCLE_THIN).create(), new Span(text));
        step.addClassNames("pay-step", failed ? "pay-step-failed" : n <= reached ? "pay-step-done" : "pay-step-open");
        return step;
    }
}

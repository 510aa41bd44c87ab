package io.mtandao.ui.subscription;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.ScheduledChange.Kind;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.AskReason;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.FormDialog;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.MomentField;
import io.mtandao.ui.kit.Texts;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Something that is to happen by itself: at a time, or at the next renewal. */
final class ScheduleDialog extends Div {
    private static final long serialVersionUID = 1;
    /** What may wait for the renewal. */
    private static final Set<Kind> AT_RENEWAL = EnumSet.of(Kind.CHANGE_PACKAGE, Kind.CANCEL);

    enum Time {
        RENEWAL,
        MOMENT
    }

    private final transient SubscriptionServices services;
    private final transient Who who;
    private final transient Subscription subscription;
    private final Select<Kind> kind = new Select<>();
    private final RadioButtonGroup<Time> time = new RadioButtonGroup<>(t("change.when"));
    private final MomentField at;
    private final ComboBox<InternetPackage> pack;
    private final TextField reason = AskReason.field("schedule");
    private final transient Checks checks = new Checks();

    ScheduleDialog(Subscription s, List<InternetPackage> possible, SubscriptionServices services, Who who) {
        this.services = services;
        this.who = who;
        subscription = s;
        Formats f = who.formats();
        addClassName("stack");
        kind.setId("schedule-kind");
        kind.setLabel(t("schedule.kind"));
        kind.setItems(kinds(s));
        kind.setItemLabelGenerator(k -> Texts.of("scheduledKind", k));
        kind.addValueChangeListener(e -> show());
        pack = ChangeDialog.chooser("schedule-package", possible, f);
        time.setId("schedule-time");
        time.setItemLabelGenerator(x -> Texts.of("scheduleTime", x));
        time.addValueChangeListener(e -> show());
        at = new MomentField("schedule-at", t("schedule.at"), f.zone());
        reason.setLabel(t("change.reason"));
        checks.field("kind", kind, () -> kind.isEmpty() ? t("check.needed") : null)
            .field("packageId", pack, () -> kind.getValue() == Kind.CHANGE_PACKAGE && pack.isEmpty() ? t("check.needed") : null).field("at", at, () -> wrong(f))
            .text("reason", reason, Checks.atMost(200));
        add(kind, pack, time, at, reason);
        show();
    }

    private String wrong(Formats f) {
        if (time.getValue() == Time.RENEWAL) return null;
        if (at.isEmpty()) return t("check.needed");
        return at.instant().isAfter(f.clock().instant()) ? null : t("schedule.past");
    }

    /** Only steps that may come from where it stands; a renewal changes nothing of what is stopped. */
    static List<Kind> kinds(Subscription s) {
        List<Kind> out = new ArrayList<>(List.of(Kind.values()));
        if (s.state() != SubscriptionState.PENDING) out.remove(Kind.ACTIVATE);
        if (s.state() == SubscriptionState.PENDING) out.removeAll(List.of(Kind.PAUSE, Kind.RESUME));
        return out;
    }

    private void show() {
        boolean renewal = !kind.isEmpty() && AT_RENEWAL.contains(kind.getValue());
        List<Time> times = renewal ? List.of(Time.values()) : List.of(Time.MOMENT);
        Time before = time.getValue();
        if (time.getListDataView().getItemCount() != times.size()) time.setItems(times);
        if (time.isEmpty()) time.setValue(before != null && times.contains(before) ? before : times.get(0));
        time.setVisible(renewal);
        at.setVisible(time.getValue() == Time.MOMENT);
        pack.setVisible(kind.getValue() == Kind.CHANGE_PACKAGE);
    }

    void open(Runnable done) {
        new FormDialog(t("schedule.title"), this, t("schedule.submit"), "schedule-submit", () -> {
            if (!checks.attempt(this::schedule)) return false;
            done.run();
            return true;
        }).open();
    }

    private void schedule() {
        services.subscriptions().schedule(who.caller(), subscription.id(), kind.getValue(), time.getValue() == Time.RENEWAL ? null : at.instant(),
            kind.getValue() == Kind.CHANGE_PACKAGE ? pack.getValue().id() : null, reason.getValue().isBlank() ? null : reason.getValue().trim());
    }
}

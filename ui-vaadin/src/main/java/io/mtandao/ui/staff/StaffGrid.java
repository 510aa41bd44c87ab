package io.mtandao.ui.staff;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.mtandao.api.tenant.Staff;
import io.mtandao.api.tenant.Staff.Member;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Badge;
import io.mtandao.ui.kit.EmptyState;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.KeysetDataProvider;
import io.mtandao.ui.kit.ListGrid;
import io.mtandao.ui.kit.Texts;

/** The ISP's people. */
final class StaffGrid extends ListGrid<Member> {
    private static final long serialVersionUID = 1;

    StaffGrid(Staff staff, Who who) {
        super("staff-grid");
        Formats f = who.formats();
        wide("name", t("field.fullName"), Member::fullName).setFlexGrow(2);
        wide("email", t("field.email"), Member::email).setFlexGrow(2);
        wide("phone", t("field.phone"), Member::phone);
        wide("role", t("field.role"), m -> Texts.of("role", m.role()));
        wide("seen", t("staff.lastSignIn"), m -> m.lastSignIn() == null ? t("staff.never") : f.fromNow(m.lastSignIn()));
        wideComponent("state", t("field.state"), StaffGrid::state);
        narrow(Member::fullName, m -> Texts.of("role", m.role()) + " · " + m.email(), StaffGrid::state);
        source(new KeysetDataProvider<>(q -> staff.list(who.caller(), q), null, Member::id), new EmptyState(VaadinIcon.USER_CARD, t("staff.none"), t("staff.noneText")));
    }

    static Badge state(Member m) {
        return m.active() ? new Badge(t("staff.active"), Badge.Tone.GOOD) : new Badge(t("staff.inactive"), Badge.Tone.PLAIN);
    }
}

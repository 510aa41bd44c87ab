package io.mtandao.ui.staff;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Route;
import io.mtandao.api.Permission;
import io.mtandao.api.Role;
import io.mtandao.api.tenant.Staff;
import io.mtandao.api.tenant.Staff.Draft;
import io.mtandao.api.tenant.Staff.Member;
import io.mtandao.ui.access.Needs;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Ask;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.Copy;
import io.mtandao.ui.kit.Facts;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.InfoDialog;
import io.mtandao.ui.kit.ListPage;
import io.mtandao.ui.kit.Texts;
import io.mtandao.ui.kit.Toast;
import io.mtandao.ui.shell.MainLayout;
import java.util.Arrays;

/** The ISP's people and what they may do. */
@Needs(Permission.STAFF_READ)
@Route(value = "staff", layout = MainLayout.class)
public final class StaffView extends ListPage {
    private static final long serialVersionUID = 1;
    private final transient Staff staff;
    private final transient Who who;
    private final StaffGrid grid;
    private final boolean write;

    public StaffView(Staff staff, Who who) {
        super("staff");
        this.staff = staff;
        this.who = who;
        write = who.may(Permission.STAFF_WRITE);
        choice("staff-roles", "role", t("staff.allRoles"), "role", Arrays.asList(Role.values()), Role::code);
        Checkbox active = new Checkbox(t("staff.onlyActive"));
        active.setId("staff-only-active");
        active.addValueChangeListener(e -> changed());
        filter("active", active, () -> active.getValue() ? "true" : null);
        grid = new StaffGrid(staff, who);
        grid.onOpen(m -> open(staff.get(who.caller(), m.id())));
        onFilter(filters -> grid.source().filter(null, filters));
        build(grid, write ? new Component[] {Buttons.primary("staff-new", t("staff.new"), VaadinIcon.PLUS, e -> create())} : new Component[0]);
    }

    private void create() {
        new StaffForm(null).dialog(t("staff.new"), draft -> {
            Member made = staff.create(who.caller(), draft);
            grid.reload();
            link(made);
        });
    }

    private void open(Member m) {
        Formats f = who.formats();
        InfoDialog d = new InfoDialog(m.fullName(), new Facts().put(t("field.role"), Texts.of("role", m.role())).put(t("field.state"), StaffGrid.state(m)).put(t("field.email"), m.email())
            .put(t("field.phone"), m.phone()).put(t("staff.lastSignIn"), m.lastSignIn() == null ? t("staff.never") : f.time(m.lastSignIn())).put(t("staff.since"), f.day(m.createdAt())));
        if (write) {
            d.actions(Buttons.danger("staff-delete", t("action.delete"), VaadinIcon.TRASH, e -> delete(m, d)),
                Buttons.plain("staff-toggle", t(m.active() ? "staff.deactivate" : "staff.activate"), m.active() ? VaadinIcon.BAN : VaadinIcon.CHECK, e -> toggle(m, d)),
                Buttons.plain("staff-link", t("staff.link"), VaadinIcon.LINK, e -> {
                    d.close();
                    link(m);
                }), Buttons.primary("staff-edit", t("action.edit"), VaadinIcon.EDIT, e -> {
                    d.close();
                    edit(m);
                }));
        }
        d.open();
    }

    private void edit(Member m) {
        new StaffForm(m).dialog(t("staff.edit"), draft -> {
            staff.update(who.caller(), m.id(), m.version(), draft);
            done(t("staff.saved", draft.fullName()));
        });
    }

    private void toggle(Member m, InfoDialog around) {
        Runnable act = () -> {
            staff.update(who.caller(), m.id(), m.version(), new Draft(m.fullName(), m.email(), m.phone(), m.role(), !m.active(), null));
            around.close();
            done(t(m.active() ? "staff.deactivated" : "staff.activated", m.fullName()));
        };
        if (m.active()) Ask.first(t("staff.deactivateTitle", m.fullName()), t("staff.deactivateText"), t("staff.deactivate"), true, act);
        else act.run();
    }

    private void delete(Member m, InfoDialog around) {
        Ask.first(t("staff.deleteTitle", m.fullName()), t("staff.deleteText"), t("action.delete"), true, () -> {
            staff.delete(who.caller(), m.id());
            around.close();
            done(t("staff.deleted", m.fullName()));
        });
    }

    private void link(Member m) {
        InfoDialog d = new InfoDialog(t("staff.linkTitle", m.fullName()), new Paragraph(t("staff.linkText")), new Copy("staff-one-time-link", t("staff.link"), staff.oneTimeLink(who.caller(), m.id())));
        d.open();
    }

    private void done(String text) {
        Toast.ok(text);
        grid.reload();
    }
}

package io.mtandao.ui.catalogue;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Route;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.TaxRate;
import io.mtandao.api.billing.Taxes;
import io.mtandao.ui.access.Needs;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Ask;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.EmptyState;
import io.mtandao.ui.kit.FormDialog;
import io.mtandao.ui.kit.ListPage;
import io.mtandao.ui.kit.PercentField;
import io.mtandao.ui.kit.Toast;
import io.mtandao.ui.shell.Area;
import io.mtandao.ui.shell.MainLayout;
import java.time.LocalDate;
import java.util.List;

/** Taxes with the days on which they hold. */
@Needs(Permission.PACKAGES_READ)
@Route(value = "taxes", layout = MainLayout.class)
public final class TaxesView extends ListPage {
    private static final long serialVersionUID = 1;
    private final transient Taxes taxes;
    private final transient Who who;
    private final TaxesGrid grid;

    public TaxesView(Taxes taxes, Who who) {
        super("taxes");
        this.taxes = taxes;
        this.who = who;
        boolean write = who.may(Permission.PACKAGES_WRITE);
        String own = t("taxes.noneText", PercentField.text(who.settings().taxPercentHundredths()));
        grid = new TaxesGrid(taxes, who, write ? new EmptyState(VaadinIcon.BOOK_PERCENT, t("taxes.none"), own, create("taxes-empty-new"))
            : new EmptyState(VaadinIcon.BOOK_PERCENT, t("taxes.none"), own));
        search("taxes-search", t("taxes.search"));
        onFilter(filters -> grid.source().filter(searched(), filters));
        if (write) grid.onOpen(r -> edit(taxes.get(who.caller(), r.id())));
        tabs(Area.CATALOGUE.tabs(who, TaxesView.class));
        build(grid, write ? new Component[] {create("taxes-new")} : new Component[0]);
    }

    private TaxForm form(TaxRate old) {
        return new TaxForm(old, TaxesToday.of(taxes, who.caller(), who.settings(), who.formats().today()).codes(), who.formats());
    }

    private Button create(String id) {
        return Buttons.primary(id, t("taxes.new"), VaadinIcon.PLUS, e -> form(null).dialog(t("taxes.new"), draft -> {
            taxes.create(who.caller(), draft);
            done(t("taxes.saved", draft.name()));
        }));
    }

    private void edit(TaxRate r) {
        FormDialog dialog = form(r).dialog(t("taxes.edit"), draft -> {
            taxes.update(who.caller(), r.id(), r.version(), draft);
            done(t("taxes.saved", draft.name()));
        });
        LocalDate today = who.formats().today();
        if (r.from().isAfter(today)) dialog.getFooter().getElement().insertChild(0, Buttons.danger("tax-delete", t("action.delete"), VaadinIcon.TRASH, e -> delete(r, dialog)).getElement());
        else if (r.until() == null || !r.until().isBefore(today)) dialog.getFooter().getElement().insertChild(0, Buttons.plain("tax-follow", t("taxes.follow"), VaadinIcon.ARROW_FORWARD, e -> {
            dialog.close();
            follow(r.id());
        }).getElement());
    }

    /** Another rate from a day on: the one that holds ends the day before. A second try goes on where the first was refused. */
    private void follow(long id) {
        TaxRate now = taxes.get(who.caller(), id);
        TaxForm form = new TaxForm(null, List.of(), who.formats()).following(now, who.formats().today());
        form.dialog(t("taxes.followTitle", now.name()), draft -> {
            TaxRate old = taxes.get(who.caller(), id);
            LocalDate last = draft.from().minusDays(1);
            if (!last.equals(old.until()))
                taxes.update(who.caller(), id, old.version(), new Taxes.Draft(old.code(), old.name(), old.percentHundredths(), old.from(), last));
            taxes.create(who.caller(), draft);
            done(t("taxes.followed", draft.name(), PercentField.text(draft.percentHundredths()), who.formats().day(draft.from())));
        });
    }

    private void delete(TaxRate r, FormDialog around) {
        Ask.first(t("taxes.deleteTitle", r.name()), t("taxes.deleteText"), t("action.delete"), true, () -> {
            taxes.delete(who.caller(), r.id());
            around.close();
            done(t("taxes.deleted", r.name()));
        });
    }

    private void done(String text) {
        Toast.ok(text);
        grid.reload();
    }
}

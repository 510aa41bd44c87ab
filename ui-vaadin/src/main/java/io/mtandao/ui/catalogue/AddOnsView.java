package io.mtandao.ui.catalogue;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Route;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.AddOn;
import io.mtandao.api.billing.AddOns;
import io.mtandao.api.billing.Taxes;
import io.mtandao.ui.access.Needs;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Ask;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.EmptyState;
import io.mtandao.ui.kit.FormDialog;
import io.mtandao.ui.kit.ListPage;
import io.mtandao.ui.kit.Toast;
import io.mtandao.ui.shell.Area;
import io.mtandao.ui.shell.MainLayout;
import java.util.Map;

/** What is sold beside packages. */
@Needs(Permission.PACKAGES_READ)
@Route(value = "add-ons", layout = MainLayout.class)
public final class AddOnsView extends ListPage {
    private static final long serialVersionUID = 1;
    private final transient AddOns addOns;
    private final transient Taxes taxes;
    private final transient Who who;
    private final AddOnsGrid grid;

    public AddOnsView(AddOns addOns, Taxes taxes, Who who) {
        super("addOns");
        this.addOns = addOns;
        this.taxes = taxes;
        this.who = who;
        boolean write = who.may(Permission.PACKAGES_WRITE);
        grid = new AddOnsGrid(addOns, taxes(), who, write ? new EmptyState(VaadinIcon.CART, t("addOns.none"), t("addOns.noneText"), create("add-ons-empty-new"))
            : new EmptyState(VaadinIcon.CART, t("addOns.none"), t("addOns.noneRead")));
        search("add-ons-search", t("addOns.search"));
        archived("add-ons-archived");
        onFilter(filters -> grid.source().filter(searched(), filters));
        grid.source().filter(null, Map.of("archived", "false"));
        if (write) grid.onOpen(a -> edit(addOns.get(who.caller(), a.id())));
        tabs(Area.CATALOGUE.tabs(who, AddOnsView.class));
        build(grid, write ? new Component[] {create("add-ons-new")} : new Component[0]);
    }

    private TaxesToday taxes() {
        return TaxesToday.of(taxes, who.caller(), who.settings(), who.formats().today());
    }

    private Button create(String id) {
        return Buttons.primary(id, t("addOns.new"), VaadinIcon.PLUS, e -> new AddOnForm(null, taxes(), who.formats()).dialog(t("addOns.new"), draft -> {
            addOns.create(who.caller(), draft);
            done(t("addOns.created", draft.name()));
        }));
    }

    private void edit(AddOn a) {
        FormDialog dialog = new AddOnForm(a, taxes(), who.formats()).dialog(t("addOns.edit"), draft -> {
            addOns.update(who.caller(), a.id(), a.version(), draft);
            done(t("addOns.saved", draft.name()));
        });
        if (!a.archived()) dialog.getFooter().getElement().insertChild(0, Buttons.danger("add-on-delete", t("addOns.remove"), VaadinIcon.TRASH,
            e -> Ask.first(t("addOns.deleteTitle", a.name()), t("addOns.deleteText"), t("addOns.remove"), true, () -> {
                addOns.delete(who.caller(), a.id());
                dialog.close();
                done(t("addOns.deleted", a.name()));
            })).getElement());
    }

    private void done(String text) {
        Toast.ok(text);
        grid.reload();
    }
}

package io.mtandao.ui.catalogue;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.mtandao.api.NotFound;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.BillingPolicies;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.Packages;
import io.mtandao.api.billing.Packages.Draft;
import io.mtandao.api.billing.Packages.Edition;
import io.mtandao.api.billing.Packages.Edition.Change;
import io.mtandao.api.billing.Taxes;
import io.mtandao.ui.access.Needs;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Ask;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.PageHeader;
import io.mtandao.ui.kit.Problems;
import io.mtandao.ui.kit.ReadOnly;
import io.mtandao.ui.kit.Toast;
import io.mtandao.ui.shell.MainLayout;
import java.util.ArrayList;
import java.util.List;

/** One package, or a new one. */
@Needs(Permission.PACKAGES_READ)
@Route(value = "package", layout = MainLayout.class)
public final class PackageView extends Div implements HasUrlParameter<String>, HasDynamicTitle {
    private static final long serialVersionUID = 1;
    static final String NEW = "new";
    private final transient Packages packages;
    private final transient Taxes taxes;
    private final transient BillingPolicies policies;
    private final transient Who who;
    private final boolean write;
    private transient InternetPackage old;
    private PackageForm form;

    public PackageView(Packages packages, Taxes taxes, BillingPolicies policies, Who who) {
        this.packages = packages;
        this.taxes = taxes;
        this.policies = policies;
        this.who = who;
        write = who.may(Permission.PACKAGES_WRITE);
        addClassNames("page", "form-wide");
    }

    /** @throws NotFound for who may not make one, as if there were no such page */
    @Override
    public void setParameter(BeforeEvent event, String id) {
        if (id.equals(NEW) && !write || !id.matches(NEW + "|\\d{1,18}")) throw new NotFound("package");
        show(id.equals(NEW) ? null : packages.get(who.caller(), Long.parseLong(id)));
    }

    private void show(InternetPackage p) {
        old = p;
        form = new PackageForm(p, TaxesToday.of(taxes, who.caller(), who.settings(), who.formats().today()),
            who.may(Permission.SETTINGS_READ) ? policies.get(who.caller()).renewal() : null, who.formats());
        if (!write) ReadOnly.make(form);
        removeAll();
        RouterLink back = new RouterLink(t("packages.title"), PackagesView.class);
        back.addClassName("back");
        add(back, new PageHeader(p == null ? t("packages.new") : p.name(), p == null ? t("packages.newText") : used(p), actions()), form);
        List<Edition> editions = p == null ? List.of() : packages.editions(who.caller(), p.id());
        if (editions.size() > 1) add(new EditionsPanel(editions, p.edition(), who.formats(), write ? this::cancel : null));
        if (p == null) form.focus();
    }

    private static String used(InternetPackage p) {
        if (p.archived()) return t("packages.archivedText", p.subscriptions());
        return p.subscriptions() == 0 ? t("packages.unusedText") : t("packages.usedText", Formats.count(p.subscriptions()));
    }

    private Component[] actions() {
        List<Component> all = new ArrayList<>();
        if (write && old != null && !old.archived())
            all.add(Buttons.danger("package-delete", t(old.subscriptions() > 0 ? "packages.archive" : "action.delete"), VaadinIcon.TRASH, e -> delete()));
        if (write && old != null && old.archived()) all.add(Buttons.plain("package-restore", t("packages.restore"), VaadinIcon.ARROW_BACKWARD, e -> restore()));
        if (write) all.add(Buttons.primary("package-save", t("action.save"), VaadinIcon.CHECK, e -> save()));
        return all.toArray(Component[]::new);
    }

    private void save() {
        if (!form.checks().ok()) return;
        Draft draft = form.draft();
        if (old == null) {
            if (!form.checks().attempt(() -> packages.create(who.caller(), draft))) return;
            Toast.ok(t("packages.created", draft.name()));
            getUI().ifPresent(ui -> ui.navigate(PackagesView.class));
        } else if (old.subscriptions() == 0 && old.planned() == 0) {
            form.checks().attempt(() -> update(draft, Change.NOW_FOR_ALL));
        } else {
            new EditionDialog(old, who.formats()).open(change -> update(draft, change), form.checks()::show);
        }
    }

    private void update(Draft draft, Change change) {
        InternetPackage changed = packages.update(who.caller(), old.id(), old.version(), draft, change);
        Toast.ok(change.from() == null ? t("packages.saved", draft.name()) : t("packages.savedFor", draft.name(), who.formats().day(change.from())));
        show(changed);
    }

    private void cancel(Edition e) {
        Ask.first(t("packages.cancelEditionTitle", e.number()), t("packages.cancelEditionText", who.formats().day(e.from())), t("packages.cancelEdition"), true, () -> {
            packages.cancelEdition(who.caller(), old.id(), e.number());
            Toast.ok(t("packages.editionCancelled"));
            show(packages.get(who.caller(), old.id()));
        });
    }

    private void delete() {
        boolean used = old.subscriptions() > 0;
        Ask.first(t("packages.deleteTitle", old.name()), t(used ? "packages.archiveText" : "packages.deleteText"), t(used ? "packages.archive" : "action.delete"), true, () -> {
            packages.delete(who.caller(), old.id());
            Toast.ok(t("packages.deleted", old.name()));
            getUI().ifPresent(ui -> ui.navigate(PackagesView.class));
        });
    }

    private void restore() {
        if (!Problems.attempt(() -> old = packages.restore(who.caller(), old.id()))) return;
        Toast.ok(t("packages.restored", old.name()));
        show(old);
    }

    @Override
    public String getPageTitle() {
        return old == null ? t("packages.new") : old.name();
    }
}

package io.mtandao.ui.catalogue;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.Packages.Draft;
import io.mtandao.ui.kit.Ask;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.FormDialog;
import java.util.function.Consumer;

/** Changing a package, and taking it off the list. */
final class PackageDialogs {
    private PackageDialogs() {}

    static void edit(InternetPackage p, String currency, Consumer<Draft> save, Runnable delete) {
        FormDialog dialog = new PackageForm(p, currency).dialog(t("packages.edit"), save);
        if (p.archived()) return;
        boolean used = p.subscriptions() > 0;
        dialog.getFooter().getElement().insertChild(0, Buttons.danger("package-delete", t(used ? "packages.archive" : "action.delete"), VaadinIcon.TRASH,
            e -> Ask.first(t("packages.deleteTitle", p.name()), t(used ? "packages.archiveText" : "packages.deleteText"), t(used ? "packages.archive" : "action.delete"), true, () -> {
                delete.run();
                dialog.close();
            })).getElement());
    }
}

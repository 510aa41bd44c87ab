package io.mtandao.ui.settings;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.mtandao.api.Permission;
import io.mtandao.api.tenant.Settings;
import io.mtandao.api.tenant.TenantSettings;
import io.mtandao.ui.access.Locales;
import io.mtandao.ui.access.Needs;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.PageHeader;
import io.mtandao.ui.kit.Toast;
import io.mtandao.ui.shell.Area;
import io.mtandao.ui.shell.Brand;
import io.mtandao.ui.shell.BrandChanged;
import io.mtandao.ui.shell.MainLayout;

/** The ISP's settings and its look. */
@Needs(Permission.SETTINGS_WRITE)
@Route(value = "settings", layout = MainLayout.class)
public final class SettingsView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private final transient Settings settings;
    private final transient Who who;
    private final SettingsForm form = new SettingsForm(Brand::paint);

    public SettingsView(Settings settings, Who who) {
        this.settings = settings;
        this.who = who;
        addClassName("page");
        form.show(settings.get(who.caller()));
        add(Area.SETTINGS.tabs(who, SettingsView.class), new PageHeader(t("settings.title"), t("settings.text"), Buttons.primary("settings-save", t("action.save"), VaadinIcon.CHECK, e -> save())), form);
    }

    private void save() {
        TenantSettings[] after = {null};
        String language = who.settings().language();
        if (!form.checks().attempt(() -> after[0] = settings.update(who.caller(), form.changed()))) return;
        who.settingsChanged(after[0]);
        form.show(after[0]);
        Toast.ok(t("settings.saved"));
        getUI().ifPresent(ui -> {
            ComponentUtil.fireEvent(ui, new BrandChanged(ui));
            if (!language.equals(after[0].language())) Locales.ofIsp(java.util.Locale.forLanguageTag(after[0].language()));
        });
    }

    /** A colour that was only tried goes with the page. */
    @Override
    protected void onDetach(DetachEvent event) {
        super.onDetach(event);
        if (who.isSignedIn()) Brand.paint(who.settings().primaryColour());
    }

    @Override
    public String getPageTitle() {
        return t("settings.title");
    }
}

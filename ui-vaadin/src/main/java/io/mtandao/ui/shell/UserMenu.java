package io.mtandao.ui.shell;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import io.mtandao.ui.access.Locales;
import io.mtandao.ui.kit.Translations;
import java.util.Locale;

/** One's own name, and what concerns oneself: profile, language, light or dark, sign out. */
public final class UserMenu extends MenuBar {
    private static final long serialVersionUID = 1;

    /** @param profile null where there is none */
    public UserMenu(String name, String detail, Runnable profile, Runnable signOut) {
        setId("user-menu");
        addThemeVariants(MenuBarVariant.LUMO_TERTIARY_INLINE, MenuBarVariant.LUMO_ICON);
        Avatar avatar = new Avatar(name.replaceAll("\\s*\\(.*", ""));
        avatar.getElement().setAttribute("tabindex", "-1");
        MenuItem root = addItem(avatar);
        root.setAriaLabel(name);
        SubMenu menu = root.getSubMenu();
        Span who = new Span(name);
        who.addClassName("narrow-first");
        Span more = new Span(detail);
        more.addClassName("narrow-second");
        Div card = new Div(who, more);
        card.addClassName("user-card");
        menu.addComponent(card);
        menu.addSeparator();
        if (profile != null) entry(menu, "menu-profile", t("menu.profile"), profile);
        MenuItem dark = menu.addItem(t("menu.theme"));
        dark.setId("menu-theme");
        dark.getElement().executeJs("this.addEventListener('click', () => mtandaoTheme.toggle())");
        Locale other = Locales.now().equals(Translations.SWAHILI) ? Locale.ENGLISH : Translations.SWAHILI;
        entry(menu, "menu-language", other.equals(Locale.ENGLISH) ? "English" : "Kiswahili", () -> Locales.choose(other));
        entry(menu, "menu-sign-out", t("menu.signOut"), signOut);
    }

    private static void entry(SubMenu menu, String id, String text, Runnable action) {
        menu.addItem(text, e -> action.run()).setId(id);
    }
}

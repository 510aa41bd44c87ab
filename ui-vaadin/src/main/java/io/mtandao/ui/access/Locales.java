package io.mtandao.ui.access;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import io.mtandao.ui.kit.Translations;
import java.util.Locale;

/** The language of a browser session: what a person chose, else the ISP's, else the browser's. */
public final class Locales {
    private static final String CHOSEN = "mtandao.language";

    private Locales() {}

    public static Locale now() {
        UI ui = UI.getCurrent();
        return ui == null ? Locale.ENGLISH : Translations.closest(ui.getLocale());
    }

    /** The ISP's language, unless the person chose one; words already on the page change when it is shown again. */
    public static void ofIsp(Locale locale) {
        if (VaadinSession.getCurrent().getAttribute(CHOSEN) != null) return;
        boolean other = !Translations.closest(locale).equals(now());
        speak(locale);
        if (other && UI.getCurrent() != null) UI.getCurrent().getPage().reload();
    }

    private static void speak(Locale locale) {
        VaadinSession.getCurrent().setLocale(Translations.closest(locale));
        VaadinSession.getCurrent().getUIs().forEach(ui -> ui.setLocale(Translations.closest(locale)));
    }

    public static void choose(Locale locale) {
        VaadinSession.getCurrent().setAttribute(CHOSEN, locale.getLanguage());
        speak(locale);
        UI.getCurrent().getPage().reload();
    }

    public static void apply(UI ui) {
        ui.setLocale(Translations.closest(ui.getSession().getLocale()));
    }
}

package io.mtandao.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinSession;
import io.mtandao.api.tenant.TenantSettings;

/** The ISP's own logo and colour, at run time. */
public final class Brand {
    /** The platform's own, also in app.css. */
    static final String COLOUR = "#0f766e";

    private Brand() {}

    /** For all open pages of the session. The colours go on html and body: Lumo's dark theme redefines them on whichever carries the theme. */
    public static void paint(String colour) {
        String c = colour != null && colour.matches("#[0-9a-fA-F]{6}") ? colour : null;
        for (UI ui : VaadinSession.getCurrent().getUIs()) {
            ui.getPage().executeJs("""
                for (const s of [document.documentElement.style, document.body.style]) {
                  for (const [n, v] of Object.entries({
                    '--lumo-primary-color': $0,
                    '--lumo-primary-text-color': 'var(--mt-primary-text)',
                    '--lumo-primary-color-50pct': 'color-mix(in srgb, ' + $0 + ' 50%, transparent)',
                    '--lumo-primary-color-10pct': 'color-mix(in srgb, ' + $0 + ' 12%, transparent)',
                    '--lumo-primary-contrast-color': $1,
                    '--mt-primary': $0 })) $0 ? s.setProperty(n, v) : s.removeProperty(n);
                }
                window.dispatchEvent(new CustomEvent('mtandao-theme'));""", c, c == null ? null : contrast(c));
        }
    }

    /** Black or white, whichever reads better on a colour (WCAG relative luminance). */
    static String contrast(String colour) {
        double[] part = new double[3];
        for (int i = 0; i < 3; i++) {
            double v = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            part[i] = v <= 0.03928 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
        }
        double luminance = 0.2126 * part[0] + 0.7152 * part[1] + 0.0722 * part[2];
        return luminance > 0.4 ? "#10201e" : "#ffffff";
    }

    static Component mark(TenantSettings settings) {
        Div mark = new Div();
        mark.addClassName("brand");
        if (settings.logo() != null && settings.logo().startsWith("data:image/")) {
            Image logo = new Image(settings.logo(), settings.name());
            logo.addClassName("brand-logo");
            mark.add(logo);
        } else {
            Span sign = new Span(settings.name().substring(0, 1).toUpperCase(java.util.Locale.ROOT));
            sign.addClassName("brand-sign");
            mark.add(sign);
        }
        Span name = new Span(settings.name());
        name.addClassName("brand-name");
        name.setId("brand-name");
        mark.add(name);
        return mark;
    }
}

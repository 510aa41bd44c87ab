package io.mtandao.ui.boot;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Inline;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.ui.Transport;

/** What stands around every page: push, look, and light or dark before the first paint. */
@Push(transport = Transport.LONG_POLLING)
public final class AppShell implements AppShellConfigurator {
    private static final long serialVersionUID = 1;
    /** Part of the addresses of our static files, so that a browser does not keep those of a former version. */
    public static final String VERSION = Long.toHexString(AppShell.class.getName().hashCode() ^ buildTime());

    @Override
    public void configurePage(AppShellSettings page) {
        page.setPageTitle("Mtandao");
        page.setViewport("width=device-width, initial-scale=1, viewport-fit=cover");
        page.addLink("stylesheet", "VAADIN/static/mtandao/app.css?v=" + VERSION);
        page.addLink("icon", "VAADIN/static/mtandao/icon.svg?v=" + VERSION);
        page.addMetaTag("theme-color", "#0f766e");
        page.addInlineWithContents(Inline.Position.PREPEND, """
            window.mtandaoTheme = {
              dark() { const t = localStorage.getItem('mtandao-theme'); return t ? t === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches; },
              apply() { document.documentElement.setAttribute('theme', this.dark() ? 'dark' : '');
                window.dispatchEvent(new CustomEvent('mtandao-theme')); },
              toggle() { localStorage.setItem('mtandao-theme', this.dark() ? 'light' : 'dark'); this.apply(); }
            };
            mtandaoTheme.apply();
            matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => mtandaoTheme.apply());
            """, Inline.Wrapping.JAVASCRIPT);
    }

    private static long buildTime() {
        try {
            var url = AppShell.class.getResource("/META-INF/VAADIN/webapp/VAADIN/static/mtandao/app.css");
            if (url == null) return 0;
            try (var in = url.openStream()) {
                return java.util.Arrays.hashCode(in.readAllBytes());
            }
        } catch (java.io.IOException e) {
            return 0;
        }
    }
}

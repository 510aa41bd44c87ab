package io.mtandao.ui.kit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.shared.Registration;
import io.mtandao.ui.boot.AppShell;
import java.util.function.Consumer;

/** A thin component over ECharts, which is a static file of this bundle. The option is ECharts' own JSON; colours are the ISP's. */
public final class Chart extends Div {
    private static final long serialVersionUID = 1;
    private String option = "{}";

    public Chart(String height, String description) {
        setWidthFull();
        setHeight(height);
        addClassName("chart");
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", description);
    }

    public void setOption(String json) {
        option = json;
        if (isAttached()) draw();
    }

    public String option() {
        return option;
    }

    /** @param listener gets the name of what was clicked */
    public Registration onPick(Consumer<String> listener) {
        return getElement().addEventListener("chart-pick", e -> listener.accept(e.getEventData().getString("event.detail"))).addEventData("event.detail");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        event.getUI().getPage().addJavaScript("context://VAADIN/static/echarts/echarts.min.js?v=" + AppShell.VERSION);
        draw();
    }

    private void draw() {
        getElement().executeJs("""
            const el = this; el.$option = $0;
            const go = () => {
              if (!window.echarts) { setTimeout(go, 50); return; }
              const opt = JSON.parse(el.$option), css = getComputedStyle(el), dark = document.documentElement.getAttribute('theme') === 'dark';
              if (!opt.color) opt.color = [css.getPropertyValue('--lumo-primary-color').trim()];
              opt.backgroundColor = 'transparent';
              opt.textStyle = Object.assign({fontFamily: css.fontFamily}, opt.textStyle);
              if (el.$chart) el.$chart.dispose();
              el.$chart = echarts.init(el, dark ? 'dark' : null, {renderer: 'svg'});
              el.$chart.setOption(opt);
              el.$chart.on('click', p => el.dispatchEvent(new CustomEvent('chart-pick', {detail: p.name})));
            };
            if (!el.$ready) { el.$ready = true;
              new ResizeObserver(() => el.$chart && el.$chart.resize()).observe(el);
              window.addEventListener('mtandao-theme', () => el.isConnected && go()); }
            go();""", option);
    }
}

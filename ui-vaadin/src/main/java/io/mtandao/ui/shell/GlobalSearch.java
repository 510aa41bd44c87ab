package io.mtandao.ui.shell;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.mtandao.api.billing.Subscribers;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.SubscriberBox;
import io.mtandao.ui.subscriber.SubscriberView;

/** Leads to a subscriber from anywhere. "/" and Ctrl+K go to it. */
final class GlobalSearch extends Composite<SubscriberBox> {
    private static final long serialVersionUID = 1;
    private final SubscriberBox box;

    GlobalSearch(Subscribers subscribers, Who who) {
        box = new SubscriberBox("global-search", null, subscribers, who);
        box.addClassName("global-search");
        box.setPlaceholder(t("search.global"));
        box.setAriaLabel(t("search.global"));
        box.setPrefixComponent(VaadinIcon.SEARCH.create());
        box.addValueChangeListener(e -> {
            if (e.getValue() == null) return;
            long id = e.getValue().id();
            box.clear();
            getUI().ifPresent(ui -> ui.navigate(SubscriberView.class, id));
        });
        box.getElement().executeJs("""
            const el = this;
            if (matchMedia('(hover: none), (max-width: 760px)').matches) el.placeholder = $0;
            if (window.mtandaoSearchKey) document.removeEventListener('keydown', window.mtandaoSearchKey);
            window.mtandaoSearchKey = e => {
              const typing = e.composedPath().some(n => n.matches && n.matches('input, textarea, [contenteditable]'));
              if (e.key === '/' && !typing || e.key.toLowerCase() === 'k' && (e.ctrlKey || e.metaKey)) { e.preventDefault(); el.focus(); }
            };
            document.addEventListener('keydown', window.mtandaoSearchKey);""", t("search.touch"));
    }

    @Override
    protected SubscriberBox initContent() {
        return box;
    }
}

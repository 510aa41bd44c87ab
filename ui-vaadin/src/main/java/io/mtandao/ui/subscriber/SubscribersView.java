package io.mtandao.ui.subscriber;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.CustomFields;
import io.mtandao.api.billing.Subscribers;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.ui.access.Needs;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.imports.ImportView;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.Downloads;
import io.mtandao.ui.kit.EmptyState;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.ListPage;
import io.mtandao.ui.kit.Toast;
import io.mtandao.ui.shell.MainLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The ISP's customers: search, filter, export, bring in. {@code ?state=EXPIRED} and {@code ?debt=true} set the filters. */
@Needs(Permission.SUBSCRIBERS_READ)
@Route(value = "subscribers", layout = MainLayout.class)
public final class SubscribersView extends ListPage implements BeforeEnterObserver {
    private static final long serialVersionUID = 1;
    private final transient Subscribers subscribers;
    private final transient CustomFields customFields;
    private final transient Who who;
    private final Select<SubscriptionState> state;
    private final Checkbox debt = new Checkbox(t("subscribers.debt"));

    public SubscribersView(Subscribers subscribers, CustomFields customFields, Who who) {
        super("subscribers");
        this.subscribers = subscribers;
        this.customFields = customFields;
        this.who = who;
        search("subscribers-search", t("subscribers.search"));
        state = choice("subscribers-state", "state", t("filter.allStates"), "subscriptionState", Arrays.asList(SubscriptionState.values()));
        debt.setId("subscribers-debt");
        debt.addValueChangeListener(e -> changed());
        tag();
        zone();
        filter("debt", debt, () -> debt.getValue() ? "true" : null);
        boolean write = who.may(Permission.SUBSCRIBERS_WRITE);
        SubscribersGrid grid = new SubscribersGrid(subscribers, who, empty(write));
        onFilter(filters -> grid.source().filter(searched(), filters));
        List<Component> actions = new ArrayList<>();
        Anchor export = Downloads.button("subscribers-export", t("action.export"), VaadinIcon.DOWNLOAD, () -> "subscribers.csv",
            out -> subscribers.exportCsv(who.caller(), grid.source().question(), out));
        actions.add(export);
        if (write) {
            actions.add(Buttons.plain("subscribers-import", t("subscribers.import"), VaadinIcon.UPLOAD, e -> go(ImportView.class)));
            actions.add(create("subscribers-new"));
        }
        build(grid, actions.toArray(Component[]::new));
    }

    private void tag() {
        Map<String, Long> inUse = subscribers.tags(who.caller());
        ComboBox<String> tag = new ComboBox<>();
        tag.setId("subscribers-tag");
        tag.setItems(inUse.keySet().stream().sorted().toList());
        tag.setItemLabelGenerator(name -> name + " (" + Formats.count(inUse.get(name)) + ")");
        tag.setPlaceholder(t("subscribers.allTags"));
        tag.setAriaLabel(t("field.tags"));
        tag.setClearButtonVisible(true);
        tag.addValueChangeListener(e -> changed());
        filter("tag", tag, tag::getValue);
    }

    private void zone() {
        TextField zone = new TextField();
        zone.setId("subscribers-zone");
        zone.addClassName("short");
        zone.setPlaceholder(t("field.zone"));
        zone.setAriaLabel(t("field.zone"));
        zone.setClearButtonVisible(true);
        zone.setValueChangeMode(ValueChangeMode.LAZY);
        zone.addValueChangeListener(e -> changed());
        filter("zone", zone, () -> zone.getValue().trim());
    }

    private EmptyState empty(boolean write) {
        if (!write) return new EmptyState(VaadinIcon.USERS, t("subscribers.none"), t("subscribers.noneRead"));
        return new EmptyState(VaadinIcon.USERS, t("subscribers.none"), t("subscribers.noneText"),
            Buttons.plain("subscribers-empty-import", t("subscribers.import"), VaadinIcon.UPLOAD, e -> go(ImportView.class)), create("subscribers-empty-new"));
    }

    private Button create(String id) {
        return Buttons.primary(id, t("subscribers.new"), VaadinIcon.PLUS, e -> {
            new SubscriberForm(null, subscribers, customFields, who).dialog(t("subscribers.new"), draft -> {
                long made = subscribers.create(who.caller(), draft).id();
                Toast.ok(t("subscribers.created", draft.name()));
                getUI().ifPresent(ui -> ui.navigate(SubscriberView.class, made));
            });
        });
    }

    private void go(Class<? extends Component> view) {
        getUI().ifPresent(ui -> ui.navigate(view));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var query = event.getLocation().getQueryParameters();
        query.getSingleParameter("state").flatMap(s -> Arrays.stream(SubscriptionState.values()).filter(v -> v.name().equals(s)).findFirst()).ifPresent(state::setValue);
        if (query.getSingleParameter("debt").isPresent()) debt.setValue(true);
    }
}

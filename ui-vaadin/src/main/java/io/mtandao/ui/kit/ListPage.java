package io.mtandao.ui.kit;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** The common shape of a page with one list: head, a row of filters, the grid. */
public abstract class ListPage extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private final String texts;
    private final Div filters = new Div();
    private final transient Map<String, Supplier<String>> values = new LinkedHashMap<>();
    private TextField search;
    private transient Consumer<Map<String, String>> changed = m -> {};

    /** @param texts prefix of the keys {@code .title} and {@code .text} */
    protected ListPage(String texts) {
        this.texts = texts;
        addClassNames("page", "list-page");
        filters.addClassName("filters");
    }

    /** What stands above the head: the way to the pages beside this one. */
    protected void tabs(Component tabs) {
        addComponentAsFirst(tabs);
    }

    protected void build(Component grid, Component... actions) {
        add(new PageHeader(t(texts + ".title"), t(texts + ".text"), actions));
        if (filters.getChildren().findAny().isPresent()) add(filters);
        Div frame = new Div(grid);
        frame.addClassName("grid-frame");
        add(frame);
    }

    protected TextField search(String id, String placeholder) {
        search = new TextField();
        search.setId(id);
        search.setPlaceholder(placeholder);
        search.setAriaLabel(placeholder);
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(e -> changed());
        filters.add(search);
        return search;
    }

    /** @param name of the filter @param all what "no filter" is called */
    protected <E extends Enum<E>> Select<E> choice(String id, String name, String all, String kind, List<E> values) {
        return choice(id, name, all, kind, values, v -> v.name().toLowerCase(Locale.ROOT));
    }

    /** @param code what the service calls a value */
    protected <E extends Enum<E>> Select<E> choice(String id, String name, String all, String kind, List<E> values, Function<E, String> code) {
        Select<E> select = new Select<>();
        select.setId(id);
        select.setItems(values);
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(all);
        select.setPlaceholder(all);
        select.setItemLabelGenerator(v -> v == null ? all : Texts.of(kind, v));
        select.setAriaLabel(all);
        select.addValueChangeListener(e -> changed());
        this.values.put(name, () -> select.isEmpty() ? null : code.apply(select.getValue()));
        filters.add(select);
        return select;
    }

    protected void filter(String name, Component field, Supplier<String> value) {
        values.put(name, value);
        filters.add(field);
    }

    /** From a day to a day of a zone, as the filters {@code from} and {@code to}: the instants at which the first begins and the last ends. */
    protected void days(String id, ZoneId zone) {
        day(id + "-from", "from", t("filter.from"), 0, zone);
        day(id + "-to", "to", t("filter.to"), 1, zone);
    }

    private void day(String id, String name, String label, int plusDays, ZoneId zone) {
        DayField picker = new DayField(id, null).clearable();
        picker.setPlaceholder(label);
        picker.setAriaLabel(label);
        picker.addValueChangeListener(e -> changed());
        filter(name, picker, () -> picker.isEmpty() ? null : picker.getValue().plusDays(plusDays).atStartOfDay(zone).toInstant().toString());
    }

    /** A switch that shows archived ones, too; without it the filter {@code archived} is false. */
    protected void archived(String id) {
        Checkbox archived = new Checkbox(t("filter.archived"));
        archived.setId(id);
        archived.addValueChangeListener(e -> changed());
        filter("archived", archived, () -> archived.getValue() ? null : "false");
    }

    /** @param changed gets the filters that are set */
    protected void onFilter(Consumer<Map<String, String>> changed) {
        this.changed = changed;
    }

    protected void changed() {
        Map<String, String> set = new LinkedHashMap<>();
        new ArrayList<>(values.entrySet()).forEach(e -> {
            String v = e.getValue().get();
            if (v != null && !v.isBlank()) set.put(e.getKey(), v);
        });
        changed.accept(set);
    }

    protected String searched() {
        return search == null ? null : search.getValue();
    }

    @Override
    public String getPageTitle() {
        return t(texts + ".title");
    }
}

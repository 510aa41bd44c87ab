package io.mtandao.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.function.SerializableFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** A lazy grid of one list of the api. On a phone it shows one column of two lines instead of many; the browser decides, nobody is asked. */
public abstract class ListGrid<T> extends Grid<T> {
    private static final long serialVersionUID = 1;
    private transient KeysetDataProvider<T> source;

    protected ListGrid(String id) {
        setId(id);
        addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_ROW_STRIPES);
        addClassName("list-grid");
        setPageSize(50);
        setSizeFull();
        setSelectionMode(SelectionMode.NONE);
    }

    protected void source(KeysetDataProvider<T> source, Component whenEmpty) {
        this.source = source;
        setItems(source);
        if (!source.counts()) getLazyDataView().setItemCountUnknown();
        setEmptyStateComponent(whenEmpty);
    }

    public KeysetDataProvider<T> source() {
        return source;
    }

    public void reload() {
        source.refreshAll();
    }

    public void onOpen(Consumer<T> open) {
        addClassName("openable");
        addItemClickListener(e -> open.accept(e.getItem()));
    }

    /** A column that a phone leaves out. */
    protected Column<T> wide(String key, String head, SerializableFunction<T, ?> value) {
        return wide(addColumn(t -> value.apply(t)).setKey(key).setHeader(head).setAutoWidth(true).setResizable(true));
    }

    protected Column<T> wideMoney(String key, String head, SerializableFunction<T, ?> value) {
        return wide(key, head, value).setTextAlign(ColumnTextAlign.END);
    }

    protected Column<T> wideComponent(String key, String head, SerializableFunction<T, Component> value) {
        return wide(addColumn(new ComponentRenderer<>(value)).setKey(key).setHeader(head).setAutoWidth(true).setResizable(true));
    }

    private Column<T> wide(Column<T> column) {
        return Widths.onlyWide(column);
    }

    /** What a phone shows: two lines at the left, something short at the right. */
    protected void narrow(Function<T, String> first, Function<T, String> second, Function<T, Component> right) {
        Widths.onlyNarrow(addColumn(new ComponentRenderer<>(item -> Widths.twoLines(first.apply(item), second.apply(item), right.apply(item)))).setKey("narrow").setFlexGrow(1));
    }
}

package io.mtandao.ui.catalogue;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;

/** Which tax is in or on a price: the ISP's own, or one with a code. */
final class TaxChoice extends Select<String> {
    private static final long serialVersionUID = 1;

    /** @param used a code that is in use and must be there whatever the list of taxes says; may be null */
    TaxChoice(String id, TaxesToday taxes, String used) {
        setId(id);
        setLabel(t("taxes.which"));
        List<String> codes = new ArrayList<>(taxes.codes());
        if (used != null && !codes.contains(used)) codes.add(used);
        setItems(codes);
        setEmptySelectionAllowed(true);
        String own = t("taxes.own", taxes.text(null));
        setEmptySelectionCaption(own);
        setPlaceholder(own);
        setItemLabelGenerator(code -> code == null ? own : code + ": " + taxes.text(code));
        setValue(used);
    }
}

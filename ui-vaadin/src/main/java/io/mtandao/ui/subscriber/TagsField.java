package io.mtandao.ui.subscriber;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Tags as chips: those in use are proposed, others are typed. */
final class TagsField extends MultiSelectComboBox<String> {
    private static final long serialVersionUID = 1;
    private static final int LONGEST = 40;
    private final Set<String> known = new TreeSet<>();
    private final List<String> old;

    TagsField(String id, Collection<String> inUse, Collection<String> old) {
        this.old = List.copyOf(old);
        setId(id);
        setLabel(t("field.tags"));
        setHelperText(t("subForm.tagsHelp"));
        known.addAll(inUse);
        known.addAll(old);
        setItems(known);
        setAllowCustomValue(true);
        addCustomValueSetListener(e -> typed(e.getDetail()));
        setValue(Set.copyOf(old));
    }

    /** One new tag, or several with commas between them. */
    private void typed(String text) {
        Set<String> chosen = new TreeSet<>(getValue());
        Arrays.stream(text.split(",")).map(String::strip).filter(s -> !s.isEmpty()).map(s -> s.substring(0, Math.min(s.length(), LONGEST))).forEach(chosen::add);
        known.addAll(chosen);
        setItems(known);
        setValue(chosen);
    }

    /** In their old order when nothing was changed. */
    List<String> tags() {
        return getValue().equals(Set.copyOf(old)) ? old : getValue().stream().sorted().toList();
    }
}

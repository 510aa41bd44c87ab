package io.mtandao.ui.settings;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.List;
import java.util.function.Function;

/** One choice of a policy; every option says below its name what would happen. */
final class PolicyChoice<T> extends RadioButtonGroup<T> {
    private static final long serialVersionUID = 1;

    PolicyChoice(String id, String label, List<T> options, Function<T, String> name, Function<T, String> example) {
        super(label);
        setId(id);
        addClassName("policy-choice");
        addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        setItems(options);
        setRenderer(new ComponentRenderer<>(option -> {
            Span what = new Span(name.apply(option));
            what.addClassName("choice-name");
            Span then = new Span(example.apply(option));
            then.addClassName("choice-example");
            Div both = new Div(what, then);
            both.addClassName("choice");
            return both;
        }));
    }
}

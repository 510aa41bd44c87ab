package io.mtandao.ui.apikey;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.mtandao.api.Permission;
import io.mtandao.ui.kit.Texts;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What a key may do, as check boxes by subject; only what its maker may do himself. */
final class ScopesField extends Div {
    private static final long serialVersionUID = 1;
    private final Map<Permission, Checkbox> boxes = new EnumMap<>(Permission.class);

    ScopesField(Set<Permission> mine) {
        addClassName("scopes");
        Map<String, Div> rows = new LinkedHashMap<>();
        for (Permission p : Permission.values()) {
            if (!mine.contains(p)) continue;
            String subject = p.code().substring(0, p.code().indexOf(':'));
            Checkbox box = new Checkbox(Texts.orElse(p.code(), "scope." + p.code().substring(p.code().indexOf(':') + 1)));
            box.setId("scope-" + p.code().replace(':', '-'));
            boxes.put(p, box);
            rows.computeIfAbsent(subject, s -> {
                Span name = new Span(Texts.orElse(s, "subject." + s));
                name.addClassName("scope-name");
                Div row = new Div(name);
                row.addClassName("scope-row");
                add(row);
                return row;
            }).add(box);
        }
    }

    Set<Permission> chosen() {
        Set<Permission> out = EnumSet.noneOf(Permission.class);
        boxes.forEach((p, box) -> {
            if (box.getValue()) out.add(p);
        });
        return out;
    }

    /** "Subscribers: read, write; …" */
    static String words(Set<Permission> scopes) {
        Map<String, String> out = new LinkedHashMap<>();
        for (Permission p : Permission.values()) {
            if (!scopes.contains(p)) continue;
            String[] c = p.code().split(":");
            out.merge(Texts.orElse(c[0], "subject." + c[0]), Texts.orElse(c[1], "scope." + c[1]), (a, b) -> a + ", " + b);
        }
        return out.isEmpty() ? t("apiKeys.noScope") : out.entrySet().stream().map(e -> e.getKey() + ": " + e.getValue()).collect(java.util.stream.Collectors.joining("; "));
    }
}

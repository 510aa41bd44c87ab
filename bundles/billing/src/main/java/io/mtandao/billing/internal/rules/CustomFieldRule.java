package io.mtandao.billing.internal.rules;

import io.mtandao.api.Invalid;
import io.mtandao.api.billing.CustomField.Kind;
import io.mtandao.api.billing.CustomFields.Draft;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What a field of the ISP's own must be to be kept. */
public final class CustomFieldRule {
    public static final int MOST_FIELDS = 30;
    private static final int MOST_CHOICES = 50;
    private static final int LONGEST_CHOICE = 60;

    private CustomFieldRule() {}

    /** @return in kept form @throws Invalid with a text per field */
    public static Draft check(Draft draft) {
        Invalid.Check c = new Invalid.Check();
        String key = draft.key() == null ? null : draft.key().strip(), label = draft.label() == null ? null : draft.label().strip();
        c.notBlank(key, "key", 40).that(key == null || key.isEmpty() || key.matches("[a-z0-9]+(-[a-z0-9]+)*"), "key", "lower case letters, digits and hyphens only");
        c.notBlank(label, "label", 100).that(label == null || label.codePoints().noneMatch(Character::isISOControl), "label", "must be one line");
        c.that(draft.kind() != null, "kind", "must be given").that(draft.position() == null || draft.position() >= 1, "position", "from 1");
        List<String> choices = draft.choices() == null ? List.of()
            : draft.choices().stream().filter(Objects::nonNull).map(String::strip).filter(t -> !t.isEmpty()).toList();
        c.that(draft.kind() == Kind.CHOICE || choices.isEmpty(), "choices", "only a field of kind CHOICE has choices");
        if (draft.kind() == Kind.CHOICE) choices(choices, c);
        c.orThrow();
        return new Draft(key, label, draft.kind(), choices, draft.required(), draft.position());
    }

    private static void choices(List<String> choices, Invalid.Check c) {
        c.that(!choices.isEmpty(), "choices", "must be given").that(choices.size() <= MOST_CHOICES, "choices", "at most " + MOST_CHOICES)
            .that(choices.stream().allMatch(t -> t.length() <= LONGEST_CHOICE && t.codePoints().noneMatch(Character::isISOControl)), "choices",
                "each one line of at most " + LONGEST_CHOICE + " characters")
            .that(choices.stream().map(t -> t.toLowerCase(Locale.ROOT)).distinct().count() == choices.size(), "choices", "each once");
    }
}

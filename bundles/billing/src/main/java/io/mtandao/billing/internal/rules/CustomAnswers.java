package io.mtandao.billing.internal.rules;

import io.mtandao.api.Invalid;
import io.mtandao.api.billing.CustomField;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a subscriber has in the ISP's own fields: each value must be of its field's kind. */
public final class CustomAnswers {
    private static final int LONGEST = 500;

    private CustomAnswers() {}

    /**
     * @param given by key; blank says nothing
     * @param c learns of every field that is wrong, as {@code custom.<key>}
     * @return the values in kept form, by key, in the order of the fields
     */
    public static Map<String, String> check(List<CustomField> fields, Map<String, String> given, Invalid.Check c) {
        Map<String, String> kept = new LinkedHashMap<>();
        for (CustomField f : fields) {
            String typed = given.get(f.key());
            if (typed == null || typed.isBlank()) c.that(!f.required(), "custom." + f.key(), "must be given");
            else kept.put(f.key(), value(f, typed.strip(), c));
        }
        for (String key : given.keySet())
            c.that(fields.stream().anyMatch(f -> f.key().equals(key)), "custom." + key, "there is no such field");
        return kept;
    }

    private static String value(CustomField f, String typed, Invalid.Check c) {
        String at = "custom." + f.key();
        switch (f.kind()) {
            case TEXT -> c.atMost(typed, at, LONGEST);
            case NUMBER -> c.that(typed.matches("-?[0-9]{1,15}(\\.[0-9]{1,6})?"), at, "must be a number like 12 or -3.5");
            case DATE -> c.that(isDate(typed), at, "must be a date like 2026-11-28");
            case YES_NO -> {
                return yesNo(typed.toLowerCase(java.util.Locale.ROOT), at, c);
            }
            case CHOICE -> {
                return f.choices().stream().filter(typed::equalsIgnoreCase).findFirst().orElseGet(() -> {
                    c.that(false, at, "one of " + String.join(", ", f.choices()));
                    return typed;
                });
            }
        }
        return typed;
    }

    private static String yesNo(String typed, String at, Invalid.Check c) {
        boolean yes = typed.equals("true") || typed.equals("yes"), no = typed.equals("false") || typed.equals("no");
        c.that(yes || no, at, "true or false");
        return String.valueOf(yes);
    }

    private static boolean isDate(String typed) {
        try {
            return LocalDate.parse(typed).getYear() >= 1000;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}

package io.mtandao.billing.internal.rules;

import io.mtandao.api.Invalid;
import io.mtandao.api.billing.Subscriber.Contact;
import io.mtandao.api.billing.Subscriber.Details;
import io.mtandao.api.billing.Subscriber.MapPoint;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Where a subscriber is and who else there is to call, checked and in kept form. What the ISP asks of its own is {@link CustomAnswers}. */
public record DetailFacts(String building, String unit, String zone, MapPoint point, List<Contact> contacts, List<String> tags) {
    private static final int MOST = 20;
    private static final int LONGEST_TAG = 40;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"]+@[^\\s@<>\"]+\\.[^\\s@<>\"]+");

    /** @param c learns of every field that is wrong */
    public static DetailFacts check(Details d, String region, Invalid.Check c) {
        String building = trimmed(d.building()), unit = trimmed(d.unit()), zone = trimmed(d.zone());
        // the keys too: some letters grow in lower case
        c.atMost(building, "building", 200).atMost(key(building), "building", 200).atMost(unit, "unit", 60).atMost(zone, "zone", 100)
            .atMost(key(zone), "zone", 100);
        c.that(oneLine(building), "building", "must be one line").that(oneLine(unit), "unit", "must be one line").that(oneLine(zone), "zone", "must be one line");
        MapPoint p = d.point();
        c.that(p == null || within(p.latitude(), 90) && within(p.longitude(), 180), "point", "latitude from -90 to 90, longitude from -180 to 180");
        return new DetailFacts(building, unit, zone, p, contacts(d.contacts(), region, c), tags(d.tags(), c));
    }

    /** Comparable with what was typed elsewhere: a filter, another subscriber's. */
    public static String key(String text) {
        return text == null ? null : text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    private static boolean within(double degrees, int most) {
        return Math.abs(degrees) <= most; // false for what is no number
    }

    private static List<String> tags(List<String> typed, Invalid.Check c) {
        Set<String> tags = new LinkedHashSet<>();
        for (String t : typed) {
            String tag = key(t);
            if (tag.isEmpty()) continue;
            c.that(tag.length() <= LONGEST_TAG, "tags", "each at most " + LONGEST_TAG + " characters").that(tag.indexOf(',') < 0 && oneLine(tag), "tags", "without commas");
            tags.add(tag);
        }
        c.that(tags.size() <= MOST, "tags", "at most " + MOST);
        return tags.stream().sorted().toList();
    }

    private static List<Contact> contacts(List<Contact> typed, String region, Invalid.Check c) {
        c.that(typed.size() <= MOST, "contacts", "at most " + MOST);
        List<Contact> kept = new ArrayList<>();
        for (int i = 0; i < Math.min(typed.size(), MOST); i++) kept.add(contact(typed.get(i), region, "contacts[" + i + "].", c));
        return kept;
    }

    private static Contact contact(Contact typed, String region, String at, Invalid.Check c) {
        String name = trimmed(typed.name()), role = trimmed(typed.role()), email = trimmed(typed.email()), phone = null;
        c.notBlank(name, at + "name", 120).atMost(role, at + "role", 60).atMost(email, at + "email", 200);
        c.that(oneLine(name), at + "name", "must be one line").that(oneLine(role), at + "role", "must be one line");
        c.that(email == null || EMAIL.matcher(email).matches(), at + "email", "is not an e-mail address");
        try {
            phone = PhoneNumbers.e164(typed.phone(), region);
        } catch (Invalid e) {
            c.that(false, at + "phone", e.fields().get("phone"));
        }
        return new Contact(name, role, phone, email);
    }

    private static boolean oneLine(String text) {
        return text == null || text.codePoints().noneMatch(Character::isISOControl);
    }

    private static String trimmed(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}

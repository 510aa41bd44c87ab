package io.mtandao.billing.internal.rules;

import io.mtandao.api.Invalid;
import io.mtandao.api.billing.Subscribers.Draft;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A subscriber's particulars, checked and in their kept form.
 *
 * @param account as it was typed; null until one is given from the series
 * @param accountMade whether the platform made the account number up, so that a later import may replace it
 */
public record SubscriberFacts(String name, String phone, String email, String account, boolean accountMade, String place, String notes) {
    private static final int MOST_SEARCHED = 1000;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"]+@[^\\s@<>\"]+\\.[^\\s@<>\"]+");

    /** @throws Invalid with a text for every field that is wrong */
    public static SubscriberFacts check(Draft draft, String region) {
        Invalid.Check c = new Invalid.Check();
        SubscriberFacts facts = check(draft, region, c);
        c.orThrow();
        return facts;
    }

    /** @param c learns of every field that is wrong; then what is returned is not to be used */
    public static SubscriberFacts check(Draft draft, String region, Invalid.Check c) {
        String name = trimmed(draft.name());
        c.notBlank(name, "name", 200);
        c.that(name == null || name.codePoints().noneMatch(Character::isISOControl), "name", "must be one line");
        String phone = null;
        try {
            phone = PhoneNumbers.e164(draft.phone(), region);
        } catch (Invalid e) {
            c.add(e);
        }
        String email = trimmed(draft.email());
        c.atMost(email, "email", 200).that(email == null || EMAIL.matcher(email).matches(), "email", "is not an e-mail address");
        String account = trimmed(draft.accountNumber());
        if (account != null) {
            String fault = AccountText.fault(account);
            c.that(fault == null, "accountNumber", fault);
        }
        String place = trimmed(draft.place()), notes = trimmed(draft.notes());
        c.atMost(place, "place", 500).atMost(notes, "notes", 4000);
        return new SubscriberFacts(name, phone, email, account, false, place, notes);
    }

    private static String trimmed(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    public SubscriberFacts withAccount(String number, boolean made) {
        return new SubscriberFacts(name, phone, email, number, made, place, notes);
    }

    public String accountKey() {
        return AccountText.key(account);
    }

    /** Everything a search looks at, in lower case. */
    public String searchText() {
        return searchText(null, null);
    }

    /** @param building may be null @param unit may be null */
    public String searchText(String building, String unit) {
        StringBuilder b = new StringBuilder(name).append(' ').append(accountKey()).append(' ').append(account);
        if (phone != null) b.append(' ').append(PhoneNumbers.digitForms(phone));
        if (email != null) b.append(' ').append(email);
        if (building != null) b.append(' ').append(building);
        if (unit != null) b.append(' ').append(unit);
        String text = b.toString().toLowerCase(Locale.ROOT);
        // some letters grow in lower case
        return text.length() > MOST_SEARCHED ? text.substring(0, MOST_SEARCHED) : text;
    }
}

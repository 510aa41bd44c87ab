package io.mtandao.api.billing;

import io.mtandao.api.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A customer of the ISP.
 *
 * @param phone E.164, or null
 * @param accountNumber the reference a payer types; unique in the tenant whatever its case, spaces or dashes
 * @param balance what is in the wallet that pays for this subscriber (the payer's, when another pays); negative is a debt
 * @param standing of the subscription that matters most; null when there is none
 */
public record Subscriber(
        long id,
        int version,
        String name,
        String phone,
        String email,
        String accountNumber,
        String place,
        String notes,
        Money balance,
        Instant createdAt,
        Details details,
        Standing standing) {
    public Subscriber(long id, int version, String name, String phone, String email, String accountNumber, String place, String notes, Money balance, Instant createdAt) {
        this(id, version, name, phone, email, accountNumber, place, notes, balance, createdAt, Details.NONE, null);
    }

    /**
     * Where and who else.
     *
     * @param payerId the subscriber whose wallet pays for this one's services, or null; one who pays for others has no payer
     * @param payerName not read when it is written
     * @param custom values of the ISP's own fields by key
     */
    public record Details(
            String building, String unit, String zone, MapPoint point, List<Contact> contacts, List<String> tags, Map<String, String> custom, Long payerId, String payerName) {
        public static final Details NONE = new Details(null, null, null, null, List.of(), List.of(), Map.of(), null, null);

        public Details {
            contacts = contacts == null ? List.of() : List.copyOf(contacts);
            tags = tags == null ? List.of() : List.copyOf(tags);
            custom = custom == null ? Map.of() : Map.copyOf(custom);
        }
    }

    /** In degrees, WGS 84. */
    public record MapPoint(double latitude, double longitude) {}

    /** Somebody else to call: a caretaker, an accountant. @param role free text */
    public record Contact(String name, String role, String phone, String email) {}

    /** @param services number of subscriptions that are not cancelled */
    public record Standing(SubscriptionState state, Instant expiresAt, int services) {}
}

package io.mtandao.billing.internal.rules;

import java.util.Optional;

/** How the bill over a top-up remembers what it sold: its charge key, {@code data:<usage>:<item>:<bytes>}. Taking the bill back takes the data back. */
public record TopUpKey(long usageId, long itemId, long bytes) {
    private static final String KIND = "data";

    public String text() {
        return KIND + ":" + usageId + ":" + itemId + ":" + bytes;
    }

    /** @param chargeKey of any bill, may be null */
    public static Optional<TopUpKey> of(String chargeKey) {
        if (chargeKey == null || !chargeKey.startsWith(KIND + ":")) return Optional.empty();
        String[] parts = chargeKey.split(":");
        return Optional.of(new TopUpKey(Long.parseLong(parts[1]), Long.parseLong(parts[2]), Long.parseLong(parts[3])));
    }
}

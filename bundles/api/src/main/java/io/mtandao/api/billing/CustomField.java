package io.mtandao.api.billing;

import java.util.List;

/**
 * A field of the ISP's own on its subscribers.
 *
 * @param key lower case letters, digits and hyphens; fixed
 * @param choices of kind CHOICE; empty for the others
 */
public record CustomField(long id, int version, String key, String label, Kind kind, List<String> choices, boolean required, int position) {
    public enum Kind {
        TEXT,
        NUMBER,
        /** As 2026-11-28. */
        DATE,
        YES_NO,
        CHOICE
    }

    public CustomField {
        choices = choices == null ? List.of() : List.copyOf(choices);
    }
}

package io.mtandao.plugin.mpesa.internal;

import java.util.Map;

/** Daraja's result codes in words that a subscriber understands (protocols.md 1.2). */
final class ResultTexts {
    private static final Map<String, String> TEXTS = Map.ofEntries(
        Map.entry("0", "Paid"),
        Map.entry("1", "There is not enough money on the M-Pesa account"),
        Map.entry("17", "M-Pesa could not process the payment just now; please try again in a minute"),
        Map.entry("26", "M-Pesa is busy; please try again in a minute"),
        Map.entry("1001", "Another M-Pesa session is open on this phone; please end it and try again in three minutes"),
        Map.entry("1019", "The request ran out of time; please try again"),
        Map.entry("1025", "M-Pesa could not show the request on the phone; please try again later"),
        Map.entry("1032", "The request was cancelled on the phone"),
        Map.entry("1037", "The phone could not be reached or nobody answered; please check that it is on and try again"),
        Map.entry("2001", "The M-Pesa PIN was wrong; please try again"),
        Map.entry("9999", "M-Pesa could not show the request on the phone; please try again later"));

    private ResultTexts() {}

    /** @param vendorText used for a code that is not in the table */
    static String of(String code, String vendorText) {
        String text = TEXTS.get(code);
        if (text != null) return text;
        return vendorText.isBlank() ? "M-Pesa refused the payment (" + code + ")" : vendorText + " (" + code + ")";
    }
}

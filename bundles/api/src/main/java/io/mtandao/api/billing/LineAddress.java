package io.mtandao.api.billing;

/** How the addresses of a subscriber's line are spelt, as regular expressions: what a form lets pass, billing takes. */
public final class LineAddress {
    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    /** Without leading zeros: one address has one spelling, so that two services are not given the same one. */
    public static final String IPV4 = OCTET + "(\\." + OCTET + "){3}";
    /** As it is printed on devices; kept in capitals and with colons. */
    public static final String MAC = "([0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}";

    private LineAddress() {}
}

package io.mtandao.api.billing;

/** How a subscriber reaches the network. */
public enum ServiceType {
    /** User name and password on a PPP server. */
    PPPOE,
    /** A fixed address, told apart by it (and by the MAC when one is given). */
    STATIC_IP,
    /** A captive portal. */
    HOTSPOT
}

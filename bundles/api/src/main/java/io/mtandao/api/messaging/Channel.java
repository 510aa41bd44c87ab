package io.mtandao.api.messaging;

/** By what a message goes. */
public enum Channel {
    SMS,
    WHATSAPP,
    MAIL
}

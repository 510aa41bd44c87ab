package io.mtandao.spi.messaging;

/** What became of a message. @param rejected reason not to believe this callback at all (bad signature), else null */
public record DeliveryNotice(String providerId, State state, String detail, String rejected) {
    public enum State {
        SENT,
        DELIVERED,
        READ,
        FAILED
    }

    public static DeliveryNotice rejected(String reason) {
        return new DeliveryNotice(null, null, null, reason);
    }
}

package io.mtandao.spi.messaging;

/** A gateway took a message. @param providerId by which delivery callbacks name it @param detail the vendor's own words, for example the cost */
public record Sent(String providerId, String detail) {}

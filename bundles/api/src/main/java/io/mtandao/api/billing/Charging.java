package io.mtandao.api.billing;

/** When a period is paid for. */
public enum Charging {
    /** Before it begins: an open bill lets nobody on and is no debt. */
    PREPAID,
    /** After it has ended: the bill is a debt from the moment it is written, and service goes on until dunning ends it. */
    POSTPAID
}

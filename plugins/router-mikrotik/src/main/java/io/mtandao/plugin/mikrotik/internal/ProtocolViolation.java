package io.mtandao.plugin.mikrotik.internal;

import java.io.IOException;

/** The peer sent bytes that are no RouterOS API: nothing after them can be understood, so the connection must be dropped. */
final class ProtocolViolation extends IOException {
    private static final long serialVersionUID = 1;

    ProtocolViolation(String message) {
        super(message);
    }
}

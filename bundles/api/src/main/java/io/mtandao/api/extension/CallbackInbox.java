package io.mtandao.api.extension;

import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Page;
import java.time.Instant;
import java.util.Map;

/** Where vendors call: {@code /hooks/<token>/<purpose>}. Stored raw and answered before any plugin looks at it. */
public interface CallbackInbox {
    /** @throws io.mtandao.api.NotFound for an unknown token @throws io.mtandao.api.Throttled @throws io.mtandao.api.Invalid when it is too large */
    Answer receive(Arrival arrival);

    /** Filters: {@code plugin}, {@code state}. */
    Page<Entry> list(Caller caller, ListQuery query);

    /** Processes one again, for example after a fault was mended; harmless. */
    void replay(Caller caller, long id);

    /** @param headers names in lower case */
    record Arrival(String token, String purpose, String method, Map<String, String> query, Map<String, String> headers, byte[] body, String address) {}

    record Answer(int status, String contentType, String body) {}

    record Entry(long id, String plugin, String purpose, State state, String detail, String body, String address, int tries, Instant receivedAt, Instant processedAt) {}

    enum State {
        WAITING,
        DONE,
        /** Understood, but not accepted: forged, or not ours. */
        QUARANTINED,
        FAILED
    }
}

package io.mtandao.ui.access;

import com.vaadin.flow.server.VaadinRequest;
import io.mtandao.api.Origin;

/** From where the running request came. */
final class Origins {
    private Origins() {}

    /** @param known what is answered outside a request (a push), may be null */
    static Origin now(Origin known) {
        VaadinRequest request = VaadinRequest.getCurrent();
        if (request == null || request.getRemoteAddr() == null) return known == null ? Origin.LOCAL : known;
        String agent = request.getHeader("User-Agent");
        return new Origin(request.getRemoteAddr(), agent == null ? "" : agent.substring(0, Math.min(agent.length(), 200)));
    }
}

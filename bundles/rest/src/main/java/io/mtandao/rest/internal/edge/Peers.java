package io.mtandao.rest.internal.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Set;

/** From which address a request comes: the peer's, or, when the peer is a proxy of ours, the one that the proxy tells. */
public interface Peers {
    String address(HttpServletRequest request);

    /** @param proxies addresses whose X-Forwarded-For is believed */
    static Peers behind(Set<String> proxies) {
        return request -> {
            String address = request.getRemoteAddr();
            String[] hops = String.join(",", Collections.list(request.getHeaders("X-Forwarded-For"))).split(",");
            // from the right: each proxy of ours appends whom it saw; further left anybody may have written anything
            for (int i = hops.length - 1; i >= 0 && !hops[i].isBlank() && proxies.contains(address); i--) address = hops[i].strip();
            return address.length() > 45 ? request.getRemoteAddr() : address;
        };
    }
}

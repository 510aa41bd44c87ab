package io.mtandao.plugin.mikrotik.internal;

import io.mtandao.spi.network.NetworkDriver.Applied;
import io.mtandao.spi.network.NetworkDriver.Former;
import io.mtandao.spi.network.NetworkDriver.Found;
import io.mtandao.spi.network.NetworkDriver.Service;
import java.util.List;
import java.util.Set;

/** Services of one kind on one router. Everything may be run again at any time, also after it died half-way. */
interface ServiceOnRouter {
    /** Looks first and writes only what differs. */
    Applied apply(Service service);

    /** @return whether somebody had to be put off the network for it */
    boolean remove(Former former);

    /** @return whether there was a session */
    boolean kick(String user);

    Set<String> online();

    /** Without what is certainly not ours. */
    List<Found> found();
}

package io.mtandao.plugin.mikrotik.internal;

import io.mtandao.plugin.mikrotik.internal.RouterFault.Kind;
import io.mtandao.spi.network.NetworkDriver.Applied;
import io.mtandao.spi.network.NetworkDriver.Former;
import io.mtandao.spi.network.NetworkDriver.Found;
import io.mtandao.spi.network.NetworkDriver.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Brings one subscriber with a fixed address on one router to the desired state: a queue with his speed, an entry in the list of those who
 * are cut or none, and where the ISP wants it a lease for his MAC. There are no sessions: each change holds for the next packet.
 */
final class AddressOnRouter implements ServiceOnRouter {
    private static final String IPV4 = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}";

    private final Queues queues;
    private final CutList cutList;
    private final Leases leases;

    AddressOnRouter(Queues queues, CutList cutList, Leases leases) {
        this.queues = queues;
        this.cutList = cutList;
        this.leases = leases;
    }

    @Override
    public Applied apply(Service service) {
        if (service.address() == null || !service.address().matches(IPV4)) {
            throw new RouterFault(Kind.REFUSED, "A service with a fixed address needs its IPv4 address, not " + service.address());
        }
        return Raced.again(() -> once(service));
    }

    private Applied once(Service service) {
        List<String> changed = new ArrayList<>();
        if (service.allowed()) {
            changed.addAll(queues.keep(service));
            changed.addAll(leases.keep(service));
            changed.addAll(cutList.letOn(service));
        } else {
            // first of all, so that whatever is wrong with the rest lets nobody on who is not to be
            changed.addAll(cutList.cut(service));
            changed.addAll(queues.keep(service));
            changed.addAll(leases.keep(service));
        }
        return new Applied(null, List.copyOf(changed));
    }

    @Override
    public boolean remove(Former former) {
        return Raced.again(() -> {
            leases.remove(former.id());
            queues.remove(former);
            cutList.remove(former.id());
            return false;
        });
    }

    @Override
    public boolean kick(String user) {
        return false;
    }

    @Override
    public List<Found> found() {
        Set<String> cut = cutList.inForce();
        return queues.all().stream().map(row -> {
            boolean on = !cut.contains(Queues.address(row));
            return new Found(ManagedComment.idOf(row), row.text("name"), on, on ? Queues.speed(row).toSpeed() : null);
        }).toList();
    }

    @Override
    public Set<String> online() {
        return Set.of();
    }
}

package io.mtandao.plugin.mikrotik.internal;

import io.mtandao.plugin.mikrotik.internal.RouterFault.Kind;
import io.mtandao.spi.network.NetworkDriver.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The leases of a router, in /ip/dhcp-server/lease, where the ISP has its fixed addresses handed out by DHCP. */
final class Leases {
    private static final String MENU = "/ip/dhcp-server/lease";
    private final RouterConnection router;
    private final String server;

    /** @param settings whose DHCP server is empty to have leases left alone */
    Leases(RouterConnection router, MikrotikSettings settings) {
        this.router = router;
        this.server = settings.dhcpServer();
    }

    /** @throws RouterFault REFUSED when a person, or another subscription, has given the address or the device something else */
    List<String> keep(Service service) {
        if (server.isBlank()) {
            return List.of();
        }
        String mark = CutList.mark(service.id());
        if (service.mac() == null) {
            return remove(service.id());
        }
        List<Row> rows = router.call(query().where("address", service.address()).where("mac-address", service.mac()).query("#|")
                .where("comment", mark).query("#|")).rows().stream().filter(this::isOnServer).toList();
        List<Row> fixed = rows.stream().filter(row -> !row.isTrue("dynamic")).toList();
        Optional<Row> own = fixed.stream().filter(row -> row.text("comment").equals(mark)).findFirst()
                .or(() -> fixed.stream().filter(row -> fits(row, service)).findFirst());
        fixed.stream().filter(row -> own.isEmpty() || row != own.get()).findFirst().ifPresent(other -> {
            throw new RouterFault(Kind.REFUSED, "The router has a lease of " + other.text("address") + " for " + other.text("mac-address")
                    + " that is not this subscription's");
        });
        if (own.filter(row -> fits(row, service) && row.text("comment").equals(mark) && !row.isTrue("disabled")).isPresent()) {
            return List.of();
        }
        // what the device or the address has by chance makes room
        rows.stream().filter(row -> row.isTrue("dynamic")).forEach(row -> router.call(Command.removing(MENU, row)));
        Command write = own.isPresent() ? Command.of(MENU + "/set").with(".id", own.get().id()).with("disabled", "no")
                : Command.of(MENU + "/add").with("server", server);
        router.call(write.with("address", service.address()).with("mac-address", service.mac()).with("comment", mark));
        return List.of("lease of " + service.address() + " for " + service.mac());
    }

    /** @return what was changed */
    List<String> remove(String id) {
        List<String> changed = new ArrayList<>();
        if (!server.isBlank()) {
            for (Row lease : router.call(query().where("comment", CutList.mark(id))).rows()) {
                router.call(Command.removing(MENU, lease));
                changed.add("lease of " + lease.text("address") + " taken back");
            }
        }
        return changed;
    }

    private boolean isOnServer(Row lease) {
        return server.equals("all") || List.of("all", server).contains(lease.text("server"));
    }

    private static boolean fits(Row lease, Service service) {
        return lease.text("address").equals(service.address()) && lease.text("mac-address").equalsIgnoreCase(service.mac());
    }

    private static Command query() {
        return Command.of(MENU + "/print").only(".id", "address", "mac-address", "server", "disabled", "dynamic", "comment");
    }
}

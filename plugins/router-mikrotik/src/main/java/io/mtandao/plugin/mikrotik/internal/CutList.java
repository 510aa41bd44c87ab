package io.mtandao.plugin.mikrotik.internal;

import io.mtandao.plugin.mikrotik.internal.RouterFault.Kind;
import io.mtandao.spi.network.NetworkDriver.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The address list of those who are cut, in /ip/firewall/address-list, and the rule that makes it count. The list is the platform's alone. */
final class CutList {
    private static final String MENU = "/ip/firewall/address-list";
    private static final String MARK = "managed-by=mtandao;id=";
    private static final String FILTER = "/ip/firewall/filter";

    private final RouterConnection router;
    private final String list;
    private final boolean makesRule;

    CutList(RouterConnection router, MikrotikSettings settings) {
        this.router = router;
        this.list = settings.cutList();
        this.makesRule = settings.makeCutRule();
    }

    /** @throws RouterFault REFUSED when no rule heeds the list, so that nobody is cut by it, and we may not make one; the entry is there then */
    List<String> cut(Service service) {
        List<String> changed = new ArrayList<>();
        List<Row> entries = ofIdOrAddress(service.id(), service.address());
        // one with a time-out is dynamic: it would let him on by itself
        Optional<Row> lasting = entries.stream().filter(entry -> isOf(entry, service) && !isPassing(entry)).findFirst();
        List<Row> others = entries.stream().filter(entry -> lasting.isEmpty() || entry != lasting.get()).toList();
        others.stream().filter(entry -> isOf(entry, service)).forEach(entry -> router.call(Command.removing(MENU, entry)));
        if (lasting.isEmpty()) {
            router.call(Command.of(MENU + "/add").with("list", list).with("address", service.address()).with("comment", mark(service.id())));
            changed.add("cut");
        } else {
            changed.addAll(correct(service, lasting.get()));
        }
        others.stream().filter(entry -> !isOf(entry, service)).forEach(entry -> changed.add(takenOff(entry)));
        changed.addAll(heed());
        return changed;
    }

    private List<String> correct(Service service, Row entry) {
        Map<String, String> values = new LinkedHashMap<>();
        if (entry.isTrue("disabled")) {
            values.put("disabled", "no");
        }
        if (!entry.text("comment").equals(mark(service.id()))) {
            values.put("comment", mark(service.id()));
        }
        if (values.isEmpty()) {
            return List.of();
        }
        router.call(Command.of(MENU + "/set").with(".id", entry.id()).with(values));
        return List.of(values.containsKey("disabled") ? "cut" : "comment of the cut");
    }

    /** @throws RouterFault REFUSED when the address is cut for another subscription */
    List<String> letOn(Service service) {
        List<String> changed = new ArrayList<>();
        for (Row entry : ofIdOrAddress(service.id(), service.address())) {
            if (entry.text("comment").startsWith(MARK) && !entry.text("comment").equals(mark(service.id()))) {
                throw new RouterFault(Kind.REFUSED, service.address() + " is cut for another subscription: " + entry.text("comment"));
            }
            changed.add(takenOff(entry));
        }
        return changed;
    }

    void remove(String id) {
        router.call(query().where("list", list).where("comment", mark(id))).rows().forEach(entry -> router.call(Command.removing(MENU, entry)));
    }

    private String takenOff(Row entry) {
        router.call(Command.removing(MENU, entry));
        return "let on " + entry.text("address");
    }

    /** A rule of the ISP's own that names the list is believed to do what he wants with those on it. */
    private List<String> heed() {
        if (isHeeded()) {
            return List.of();
        }
        if (!makesRule) {
            throw new RouterFault(Kind.REFUSED, "Nobody is cut: the router has no firewall rule for the address list " + list
                    + ". Add: /ip firewall filter add chain=forward action=drop src-address-list=" + list + " place-before=0");
        }
        Command rule = Command.of(FILTER + "/add").with("chain", "forward").with("action", "drop").with("src-address-list", list)
                .with("comment", "managed-by=mtandao;subscribers who are cut");
        // above the rules that let known connections pass
        Optional<Row> first = router.call(Command.of(FILTER + "/print").only(".id", "dynamic")).rows().stream()
                .filter(row -> !row.isTrue("dynamic")).findFirst();
        router.call(first.map(row -> rule.with("place-before", row.id())).orElse(rule));
        return List.of("firewall rule made");
    }

    private boolean isHeeded() {
        return Stream.of(FILTER, "/ip/firewall/raw").anyMatch(menu -> router.call(Command.of(menu + "/print").where("src-address-list", list)
                .only("disabled")).rows().stream().anyMatch(rule -> !rule.isTrue("disabled")));
    }

    /** The addresses that are cut; none when no rule heeds the list. */
    Set<String> inForce() {
        List<Row> entries = router.call(query().where("list", list)).rows();
        return entries.isEmpty() || !isHeeded() ? Set.of() : entries.stream().filter(entry -> !entry.isTrue("disabled") && !isPassing(entry))
                .map(entry -> entry.text("address")).collect(Collectors.toSet());
    }

    private List<Row> ofIdOrAddress(String id, String address) {
        return router.call(query().where("list", list).where("address", address).where("comment", mark(id)).query("#|")).rows();
    }

    private static Command query() {
        return Command.of(MENU + "/print").only(".id", "address", "timeout", "disabled", "dynamic", "comment");
    }

    private static boolean isOf(Row entry, Service service) {
        return entry.text("address").equals(service.address());
    }

    private static boolean isPassing(Row entry) {
        return entry.isTrue("dynamic") || entry.optional("timeout").isPresent();
    }

    /** Without the subscriber's name, so that the router can be asked for it. */
    static String mark(String id) {
        return MARK + id;
    }
}

package io.mtandao.plugin.mikrotik.internal;

import io.mtandao.api.billing.PackageTerms.Burst;
import io.mtandao.plugin.mikrotik.internal.RouterFault.Kind;
import io.mtandao.spi.network.NetworkDriver.Former;
import io.mtandao.spi.network.NetworkDriver.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The simple queues of a router, in /queue/simple: one for each fixed address, named like its user, with his speed. */
final class Queues {
    private static final String MENU = "/queue/simple";
    private final RouterConnection router;

    Queues(RouterConnection router) {
        this.router = router;
    }

    /** @return what was changed @throws RouterFault REFUSED when the name or the address is taken by a queue that is not this subscription's */
    List<String> keep(Service service) {
        List<Row> rows = ofNameOrAddress(service.user(), target(service));
        Optional<Row> own = rows.stream().filter(row -> row.text("name").equals(service.user())).findFirst();
        rows.stream().filter(row -> own.isEmpty() || row != own.get()).filter(row -> !row.isTrue("dynamic")).findFirst().ifPresent(other -> {
            throw new RouterFault(Kind.REFUSED, "The router has a queue " + other.text("name") + " for " + service.address()
                    + " already: give it the name " + service.user() + " to have it taken over, or remove it");
        });
        return own.isPresent() ? correct(service, own.get()) : add(service);
    }

    private List<String> add(Service service) {
        RateLimit speed = RateLimit.of(service.speed());
        Command add = Command.of(MENU + "/add").with("name", service.user()).with("target", target(service)).with(speeds(speed))
                .with("comment", comment(service));
        // the first queue that fits counts: one for a whole network further up would keep ours from its address
        Optional<Row> first = router.call(Command.of(MENU + "/print").only(".id", "dynamic")).rows().stream()
                .filter(row -> !row.isTrue("dynamic")).findFirst();
        router.call(first.map(row -> add.with("place-before", row.id())).orElse(add));
        return List.of("queue made");
    }

    private List<String> correct(Service service, Row queue) {
        Optional<ManagedComment> mark = ManagedComment.parse(queue.text("comment"));
        boolean elsewhere = !queue.text("target").equals(target(service));
        if (queue.isTrue("dynamic") || elsewhere && mark.isEmpty()) {
            throw new RouterFault(Kind.REFUSED,
                    "The router has a queue " + service.user() + " for " + queue.text("target") + " that is not the platform's");
        }
        Map<String, String> values = new LinkedHashMap<>();
        List<String> changed = new ArrayList<>();
        if (elsewhere) {
            values.put("target", target(service));
            changed.add("address " + queue.text("target") + " to " + target(service));
        }
        RateLimit wanted = RateLimit.of(service.speed());
        boolean agreed = mark.filter(m -> !m.state().equals(wanted.format())).isEmpty();
        if (!agreed || !wanted.isUnlimited() && !wanted.isSaidBy(text(queue))) {
            values.putAll(speeds(wanted));
            changed.add("speed " + text(queue) + " to " + (wanted.isUnlimited() ? "unlimited" : wanted.format()));
        }
        if (queue.isTrue("disabled")) {
            values.put("disabled", "no");
            changed.add("queue enabled");
        }
        if (!comment(service).equals(queue.text("comment"))) {
            values.put("comment", comment(service));
            changed.addAll(changed.isEmpty() ? List.of("comment") : List.of());
        }
        if (!values.isEmpty()) {
            router.call(Command.of(MENU + "/set").with(".id", queue.id()).with(values));
        }
        return changed;
    }

    /** Unless a person made it or it belongs to another subscription by now. */
    void remove(Former former) {
        for (Row queue : router.call(query().where("name", former.user())).rows()) {
            if (ManagedComment.parse(queue.text("comment")).filter(mark -> mark.id().equals(former.id())).isPresent()) {
                router.call(Command.removing(MENU, queue));
            }
        }
    }

    /** Without those of sessions. */
    List<Row> all() {
        return router.call(Command.of(MENU + "/print").only("name", "target", "max-limit", "burst-limit", "burst-threshold", "burst-time",
                "disabled", "dynamic", "comment")).rows().stream()
                .filter(row -> !row.isTrue("dynamic")).toList();
    }

    /** What the queue holds its address to now. */
    static RateLimit speed(Row queue) {
        return queue.isTrue("disabled") ? new RateLimit(0, 0) : RateLimit.parseWhole(text(queue)).orElse(new RateLimit(0, 0));
    }

    static String address(Row queue) {
        return queue.text("target").replaceFirst("/32$", "");
    }

    private List<Row> ofNameOrAddress(String name, String target) {
        return router.call(query().where("name", name).where("target", target).query("#|")).rows();
    }

    private static Command query() {
        return Command.of(MENU + "/print").only(".id", "name", "target", "max-limit", "burst-limit", "burst-threshold", "burst-time",
                "disabled", "dynamic", "comment");
    }

    private static String target(Service service) {
        return service.address() + "/32";
    }

    private static String comment(Service service) {
        String text = service.comment() == null ? "" : service.comment();
        return new ManagedComment(service.id(), RateLimit.of(service.speed()).format(), text).toString();
    }

    /** As one rate-limit. */
    private static String text(Row queue) {
        return String.join(" ", queue.text("max-limit"), queue.text("burst-limit"), queue.text("burst-threshold"), queue.text("burst-time"));
    }

    private static Map<String, String> speeds(RateLimit speed) {
        Burst burst = speed.burst() == null ? new Burst(0, 0, 0, 0, 0) : speed.burst();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("max-limit", RateLimit.pair(speed.upKbps(), speed.downKbps()));
        values.put("burst-limit", RateLimit.pair(burst.upKbps(), burst.downKbps()));
        values.put("burst-threshold", RateLimit.pair(burst.thresholdUpKbps(), burst.thresholdDownKbps()));
        values.put("burst-time", burst.seconds() + "/" + burst.seconds());
        return values;
    }
}

package io.mtandao.plugin.mikrotik.internal;

import io.mtandao.plugin.mikrotik.internal.RouterFault.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The profiles of a router, in /ppp/profile: what a session gets, above all its speed. */
final class PppProfiles {
    /** The router's own, which other services lean on too: their speed is never touched. */
    private static final Set<String> BUILT_IN = Set.of("default", "default-encryption");

    /**
     * What a new profile takes from its model besides the speed. Without a local address and a pool no subscriber would get an
     * address. Scripts are not taken over: what they do is meant for the profile they stand in.
     */
    private static final List<String> TAKEN_OVER = List.of("local-address", "remote-address", "remote-ipv6-prefix-pool", "dns-server",
            "bridge", "incoming-filter", "outgoing-filter", "address-list", "interface-list", "only-one", "change-tcp-mss",
            "use-compression", "use-encryption", "use-ipv6", "session-timeout", "idle-timeout", "parent-queue", "queue-type");

    private final RouterConnection router;
    private final MikrotikSettings settings;

    PppProfiles(RouterConnection router, MikrotikSettings settings) {
        this.router = router;
        this.settings = settings;
    }

    /**
     * How a profile stands.
     *
     * @param speed  that a session opened now would get
     * @param change what was done to the profile, if anything
     */
    record Kept(RateLimit speed, Optional<String> change) {
    }

    /**
     * Makes the profile when it is missing; one that is there keeps everything but a wrong speed, and that too when the ISP wants it
     * so.
     *
     * @param wanted unlimited: no opinion about the speed of a profile that is there
     */
    Kept keep(String name, RateLimit wanted) {
        return keep(name, wanted, settings.correctSpeed() && !BUILT_IN.contains(name), settings.newProfileLike());
    }

    /** Makes a profile like another for those whose speed differs from the others' for a while, so that nobody else gets it. */
    Kept keepBeside(String name, String like, RateLimit speed) {
        String model = find(like).isPresent() ? like : settings.newProfileLike();
        return keep(name, speed, true, model);
    }

    static String besideName(String profile, RateLimit speed) {
        return profile + " @" + speed.format();
    }

    /** Makes the profile when it is missing and otherwise leaves all of it alone. */
    Kept keepAsIs(String name, RateLimit ifMade) {
        return keep(name, ifMade, false, settings.newProfileLike());
    }

    private Kept keep(String name, RateLimit wanted, boolean correct, String model) {
        Optional<Row> there = find(name);
        if (there.isEmpty() && add(name, wanted, model)) {
            return new Kept(wanted, Optional.of("profile " + name + " made"));
        }
        Row profile = there.or(() -> find(name))
                .orElseThrow(() -> new RouterFault(Kind.MISSING_PROFILE, "The PPP profile " + name + " comes and goes"));
        if (wanted.isSaidBy(profile.text("rate-limit"))) {
            return new Kept(wanted, Optional.empty());
        }
        RateLimit actual = RateLimit.parse(profile.text("rate-limit")).orElse(new RateLimit(0, 0));
        if (wanted.isUnlimited() || !correct) {
            return new Kept(actual, Optional.empty());
        }
        router.call(Command.of("/ppp/profile/set").with(".id", profile.id()).with("rate-limit", wanted.format()));
        return new Kept(wanted, Optional.of("speed of profile " + name + " " + text(profile.text("rate-limit")) + " to " + wanted.format()));
    }

    List<Row> all() {
        return router.call(Command.of("/ppp/profile/print").only("name", "rate-limit")).rows();
    }

    /** @return false when somebody else made it since we looked */
    private boolean add(String name, RateLimit speed, String like) {
        Command add = Command.of("/ppp/profile/add").with("name", name);
        Row model = router.call(Command.of("/ppp/profile/print").where("name", like)).first()
                .orElseThrow(() -> new RouterFault(Kind.MISSING_PROFILE, "Profile " + name + " is to be made like " + like
                        + ", but the router has no such profile"));
        for (String property : TAKEN_OVER) {
            add = model.optional(property).isPresent() ? add.with(property, model.text(property)) : add;
        }
        try {
            router.call(speed.isUnlimited() ? add : add.with("rate-limit", speed.format()));
            return true;
        } catch (RouterFault e) {
            if (e.kind() == Kind.CONFLICT) {
                return false;
            }
            throw e;
        }
    }

    private Optional<Row> find(String name) {
        return router.call(Command.of("/ppp/profile/print").where("name", name).only(".id", "rate-limit")).first();
    }

    private static String text(String rateLimit) {
        return rateLimit.isBlank() ? "unlimited" : rateLimit;
    }
}

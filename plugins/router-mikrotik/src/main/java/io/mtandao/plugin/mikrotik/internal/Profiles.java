package io.mtandao.plugin.mikrotik.internal;

import io.mtandao.plugin.mikrotik.internal.RouterFault.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The profiles of a router, in /ppp/profile or /ip/hotspot/user/profile: what a session gets, above all its speed. */
final class Profiles {
    private final RouterConnection router;
    private final Access access;
    private final String model;
    private final boolean correct;

    /** @param model what new profiles are made like @param correct whether one that is there is to get the package's speed */
    Profiles(RouterConnection router, Access access, String model, boolean correct) {
        this.router = router;
        this.access = access;
        this.model = model;
        this.correct = correct;
    }

    /**
     * What a profile is to be.
     *
     * @param speed   unlimited: no opinion about the speed of a profile that is there
     * @param devices of one user at once; 0 for any number, and no opinion about a profile that is there
     */
    record Wanted(String name, RateLimit speed, int devices) {
    }

    /**
     * How a profile stands.
     *
     * @param speed   that a session opened now would get
     * @param respeed whether sessions on it may have another speed
     * @param changes what was done to the profile
     */
    record Kept(RateLimit speed, boolean respeed, List<String> changes) {
    }

    /** Makes the profile when it is missing; one that is there keeps everything but a wrong speed, and that too when the ISP wants it so. */
    Kept keep(Wanted wanted) {
        return keep(wanted, correct && !access.builtIn().contains(wanted.name()), model);
    }

    /** Makes a profile like another for those whose speed differs from the others' for a while, so that nobody else gets it. */
    Kept keepBeside(String other, Wanted wanted) {
        return keep(wanted, true, find(other).isPresent() ? other : model);
    }

    static String besideName(String profile, RateLimit speed) {
        return profile + " @" + speed.format();
    }

    /** Makes the profile when it is missing and otherwise leaves all of it alone. */
    Kept keepAsIs(String name, RateLimit ifMade) {
        return keep(new Wanted(name, ifMade, 0), false, model);
    }

    private Kept keep(Wanted wanted, boolean correct, String like) {
        Optional<Row> there = find(wanted.name());
        if (there.isEmpty() && add(wanted, like)) {
            return new Kept(wanted.speed(), true, List.of("profile " + wanted.name() + " made"));
        }
        Row profile = there.or(() -> find(wanted.name()))
                .orElseThrow(() -> new RouterFault(Kind.MISSING_PROFILE, "The profile " + wanted.name() + " comes and goes"));
        boolean right = wanted.speed().isSaidBy(profile.text("rate-limit"));
        RateLimit actual = right ? wanted.speed() : RateLimit.parse(profile.text("rate-limit")).orElse(new RateLimit(0, 0));
        return correct ? corrected(profile, wanted, actual, right || wanted.speed().isUnlimited()) : new Kept(actual, false, List.of());
    }

    private Kept corrected(Row profile, Wanted wanted, RateLimit actual, boolean right) {
        Map<String, String> values = new LinkedHashMap<>();
        List<String> changes = new ArrayList<>();
        if (!right) {
            values.put("rate-limit", wanted.speed().format());
            changes.add("speed of profile " + wanted.name() + " " + text(profile.text("rate-limit")) + " to " + wanted.speed().format());
        }
        String devices = Integer.toString(wanted.devices());
        if (!access.devices().isEmpty() && wanted.devices() > 0 && !devices.equals(profile.text(access.devices()))) {
            values.put(access.devices(), devices);
            changes.add("devices of profile " + wanted.name() + " " + profile.text(access.devices()) + " to " + devices);
        }
        if (!values.isEmpty()) {
            router.call(Command.of(access.profiles() + "/set").with(".id", profile.id()).with(values));
        }
        return new Kept(right ? actual : wanted.speed(), !right, changes);
    }

    /** What sessions on these profiles get now, by the profile's name; without those whose speed is not ours to set. Unlimited also means: cannot be read. */
    Map<String, RateLimit> speeds() {
        Map<String, RateLimit> speeds = new HashMap<>();
        if (correct) {
            all().stream().filter(profile -> !access.builtIn().contains(profile.text("name")))
                    .forEach(profile -> speeds.put(profile.text("name"), RateLimit.parseWhole(profile.text("rate-limit")).orElse(new RateLimit(0, 0))));
        }
        return speeds;
    }

    List<Row> all() {
        return router.call(Command.of(access.profiles() + "/print").only("name", "rate-limit")).rows();
    }

    /** @return false when somebody else made it since we looked */
    private boolean add(Wanted wanted, String like) {
        Row source = router.call(Command.of(access.profiles() + "/print").where("name", like)).first()
                .orElseThrow(() -> new RouterFault(Kind.MISSING_PROFILE, "Profile " + wanted.name() + " is to be made like " + like
                        + ", but the router has no such profile"));
        Map<String, String> values = new LinkedHashMap<>();
        access.takenOver().stream().filter(property -> source.optional(property).isPresent())
                .forEach(property -> values.put(property, source.text(property)));
        if (!wanted.speed().isUnlimited()) {
            values.put("rate-limit", wanted.speed().format());
        }
        if (!access.devices().isEmpty()) {
            values.put(access.devices(), wanted.devices() == 0 ? "unlimited" : Integer.toString(wanted.devices()));
        }
        try {
            router.call(Command.of(access.profiles() + "/add").with("name", wanted.name()).with(values));
            return true;
        } catch (RouterFault e) {
            if (e.kind() == Kind.CONFLICT) {
                return false;
            }
            throw e;
        }
    }

    private Optional<Row> find(String name) {
        Command print = Command.of(access.profiles() + "/print").where("name", name);
        return router.call(access.devices().isEmpty() ? print.only(".id", "rate-limit") : print.only(".id", "rate-limit", access.devices())).first();
    }

    private static String text(String rateLimit) {
        return rateLimit.isBlank() ? "unlimited" : rateLimit;
    }
}

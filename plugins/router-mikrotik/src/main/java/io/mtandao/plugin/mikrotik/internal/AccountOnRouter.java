package io.mtandao.plugin.mikrotik.internal;

import io.mtandao.spi.network.NetworkDriver.Applied;
import io.mtandao.spi.network.NetworkDriver.Former;
import io.mtandao.spi.network.NetworkDriver.Found;
import io.mtandao.spi.network.NetworkDriver.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Brings one subscriber's PPPoE or hotspot service on one router to the desired state. It looks first and writes only what differs,
 * so it may be run again at any time, also after it died half-way (see {@link ManagedComment}).
 */
final class AccountOnRouter implements ServiceOnRouter {
    /** Speed of a suspended profile that we have to make: enough for a page that says why, useless for anything else. */
    private static final RateLimit CRAWL = new RateLimit(1, 1);

    private final Access access;
    private final Accounts accounts;
    private final Profiles profiles;
    private final Sessions sessions;
    private final MikrotikSettings settings;

    AccountOnRouter(Access access, Accounts accounts, Profiles profiles, Sessions sessions, MikrotikSettings settings) {
        this.access = access;
        this.accounts = accounts;
        this.profiles = profiles;
        this.sessions = sessions;
        this.settings = settings;
    }

    @Override
    public boolean remove(Former former) {
        if (!Raced.again(() -> accounts.remove(former))) {
            return false;
        }
        sessions.forgetDevices(former.user());
        return sessions.endAll(former.user());
    }

    @Override
    public boolean kick(String user) {
        Set<String> live = sessions.of(user);
        sessions.end(user, live);
        return !live.isEmpty();
    }

    @Override
    public Set<String> online() {
        return sessions.users();
    }

    @Override
    public List<Found> found() {
        Map<String, RateLimit> speeds = profiles.speeds();
        return accounts.ours().stream().map(row -> {
            boolean parked = access == Access.PPP && !settings.suspendedProfile().isBlank() && row.text("profile").equals(settings.suspendedProfile());
            boolean on = !row.isTrue("disabled") && !parked;
            RateLimit speed = on ? speeds.get(row.text("profile")) : null;
            return new Found(ManagedComment.idOf(row), row.text("name"), on, speed == null ? null : speed.toSpeed());
        }).toList();
    }

    @Override
    public Applied apply(Service service) {
        return Raced.again(() -> once(service));
    }

    private Applied once(Service service) {
        List<String> changed = new ArrayList<>();
        Optional<Row> account = accounts.find(service.user());
        Target target = target(service, account, changed);
        return account.isPresent() ? correct(service, account.get(), target, changed) : add(service, target, changed);
    }

    /**
     * What the account is to be.
     *
     * @param profile "" to leave it as it is
     * @param respeed whether sessions on that profile may have another speed than it has now
     */
    private record Target(String profile, boolean disabled, boolean respeed, ManagedComment comment) {
    }

    private Target target(Service service, Optional<Row> account, List<String> changed) {
        boolean disabled = !service.allowed() && (access == Access.HOTSPOT || settings.disableSuspended());
        // cutting off must not fail because of the profile of a service that is not to be used
        Optional<Profiles.Kept> kept = disabled && account.isPresent() && !isParked(service) ? Optional.empty() : keptProfile(service);
        kept.ifPresent(profile -> changed.addAll(profile.changes()));
        String profile = kept.isPresent() ? profileOf(service) : "";
        String state = disabled ? "cut" : ManagedComment.state(profile, kept.map(Profiles.Kept::speed).orElse(new RateLimit(0, 0)));
        return new Target(profile, disabled, kept.filter(Profiles.Kept::respeed).isPresent(),
                new ManagedComment(service.id(), state, orEmpty(service.comment())));
    }

    private boolean isParked(Service service) {
        return access == Access.PPP && !service.allowed() && !settings.suspendedProfile().isBlank();
    }

    private static boolean isBeside(Service service) {
        return service.speed().personal() && !RateLimit.of(service.speed()).isUnlimited() && !orEmpty(service.profile()).isEmpty();
    }

    private String profileOf(Service service) {
        return isParked(service) ? settings.suspendedProfile()
                : isBeside(service) ? Profiles.besideName(orEmpty(service.profile()), RateLimit.of(service.speed())) : orEmpty(service.profile());
    }

    private Optional<Profiles.Kept> keptProfile(Service service) {
        Profiles.Wanted wanted = new Profiles.Wanted(profileOf(service), RateLimit.of(service.speed()), service.deviceLimit());
        if (wanted.name().isEmpty()) {
            return Optional.empty();
        }
        // a suspended profile that is there is the ISP's own work: its speed is none of ours
        return Optional.of(isParked(service) ? profiles.keepAsIs(wanted.name(), CRAWL)
                : isBeside(service) ? profiles.keepBeside(orEmpty(service.profile()), wanted) : profiles.keep(wanted));
    }

    private Applied add(Service service, Target target, List<String> changed) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("password", service.password());
        if (!target.profile().isEmpty()) {
            values.put("profile", target.profile());
        }
        if (isBound(service)) {
            values.put("mac-address", service.mac());
        }
        values.put("disabled", target.disabled() ? "yes" : "no");
        values.put("comment", target.comment().toString());
        // a device may still hold a cookie of an account of that name that was removed by hand
        sessions.forgetDevices(service.user());
        accounts.add(service.user(), values);
        changed.add(access.noun() + " made");
        return target.disabled() ? shutOut(service.user(), changed) : settle(service.user(), Set.of(), changed);
    }

    /** Of a disabled account nobody may be live, and no device may come back by what it remembers. */
    private Applied shutOut(String user, List<String> changed) {
        if (sessions.forgetDevices(user)) {
            changed.add("devices forgotten");
        }
        if (sessions.endAll(user)) {
            changed.add("session ended");
        }
        return new Applied(false, List.copyOf(changed));
    }

    /** A hotspot user may be bound to one device; PPPoE knows no MAC here. */
    private boolean isBound(Service service) {
        return access == Access.HOTSPOT && service.mac() != null;
    }

    private Applied correct(Service service, Row account, Target target, List<String> changed) {
        Map<String, String> values = differences(service, account, target, changed);
        boolean wasDisabled = account.isTrue("disabled");
        // a disabled account lets nobody in: only what was live before it is enabled can be old
        Set<String> before = wasDisabled ? sessions.of(service.user()) : Set.of();
        boolean outdated = !target.disabled() && outdated(account, target, values) && !(wasDisabled && before.isEmpty());
        String comment = (outdated ? target.comment().unsettled() : target.comment()).toString();
        if (!comment.equals(account.text("comment"))) {
            values.put("comment", comment);
        }
        // before the new password stands, so that a run that dies in between does it again
        if (changed.contains("password")) {
            sessions.forgetDevices(service.user());
        }
        if (!values.isEmpty()) {
            accounts.set(account, values);
        }
        if (values.containsKey("comment") && changed.isEmpty()) {
            changed.add("comment");
        }
        if (target.disabled()) {
            return shutOut(service.user(), changed);
        }
        if (!outdated) {
            return settle(service.user(), Set.of(), changed);
        }
        Applied applied = settle(service.user(), wasDisabled ? before : sessions.of(service.user()), changed);
        accounts.set(account, Map.of("comment", target.comment().toString()));
        return applied;
    }

    private Map<String, String> differences(Service service, Row account, Target target, List<String> changed) {
        Map<String, String> values = new LinkedHashMap<>();
        // a router hides passwords from a user without the policy "sensitive": it gets ours every time, and that is no news
        boolean hidden = !account.values().containsKey("password") || account.text("password").matches("\\*+");
        if (hidden || !account.text("password").equals(service.password())) {
            values.put("password", service.password());
            changed.addAll(hidden ? List.of() : List.of("password"));
        }
        if (!target.profile().isEmpty() && !target.profile().equals(account.text("profile"))) {
            values.put("profile", target.profile());
            changed.add("profile " + account.text("profile") + " to " + target.profile());
        }
        if (isBound(service) && !service.mac().equalsIgnoreCase(account.text("mac-address"))) {
            values.put("mac-address", service.mac());
            changed.add("device " + account.text("mac-address") + " to " + service.mac());
        }
        if (target.disabled() != account.isTrue("disabled")) {
            values.put("disabled", target.disabled() ? "yes" : "no");
            changed.add(target.disabled() ? "disabled" : "enabled");
        }
        return values;
    }

    /** Whether a live session may be of another profile or speed than it would get now, or of a device that may not be on any more. */
    private static boolean outdated(Row account, Target target, Map<String, String> values) {
        return values.containsKey("profile") || values.containsKey("mac-address") || target.respeed()
                || ManagedComment.parse(account.text("comment")).filter(comment -> !comment.state().equals(target.comment().state())).isPresent();
    }

    private Applied settle(String user, Set<String> old, List<String> changed) {
        boolean online = sessions.end(user, old);
        if (!old.isEmpty()) {
            changed.add("session ended");
        }
        return new Applied(online, List.copyOf(changed));
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text.strip();
    }
}

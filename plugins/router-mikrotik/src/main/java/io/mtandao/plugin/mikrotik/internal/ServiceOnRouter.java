package io.mtandao.plugin.mikrotik.internal;

import io.mtandao.plugin.mikrotik.internal.RouterFault.Kind;
import io.mtandao.spi.network.NetworkDriver.Applied;
import io.mtandao.spi.network.NetworkDriver.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Brings one subscriber's service on one router to the desired state. It looks first and writes only what differs, so it may be run
 * again at any time, also after it died half-way (see {@link SecretComment}).
 */
final class ServiceOnRouter {
    /** Speed of a suspended profile that we have to make: enough for a page that says why, useless for anything else. */
    private static final RateLimit CRAWL = new RateLimit(1, 1);
    private static final int TRIES = 3;

    private final PppSecrets secrets;
    private final PppProfiles profiles;
    private final PppSessions sessions;
    private final MikrotikSettings settings;

    ServiceOnRouter(PppSecrets secrets, PppProfiles profiles, PppSessions sessions, MikrotikSettings settings) {
        this.secrets = secrets;
        this.profiles = profiles;
        this.sessions = sessions;
        this.settings = settings;
    }

    Applied apply(Service service) {
        for (int tried = 1;; tried++) {
            try {
                return once(service);
            } catch (RouterFault e) {
                // somebody, perhaps another node of ours, changed the same secret or profile since we looked: look again
                boolean raced = e.kind() == Kind.CONFLICT || e.kind() == Kind.NOT_FOUND || e.kind() == Kind.MISSING_PROFILE;
                if (!raced || tried == TRIES) {
                    throw e;
                }
            }
        }
    }

    private Applied once(Service service) {
        List<String> changed = new ArrayList<>();
        Optional<Row> secret = secrets.find(service.user());
        Target target = target(service, secret, changed);
        return secret.isPresent() ? correct(service, secret.get(), target, changed) : add(service, target, changed);
    }

    /**
     * What the secret is to be.
     *
     * @param profile "" to leave it as it is
     * @param respeed whether sessions on that profile may have another speed than it has now
     */
    private record Target(String profile, boolean disabled, boolean respeed, SecretComment comment) {
    }

    private Target target(Service service, Optional<Row> secret, List<String> changed) {
        boolean disabled = !service.allowed() && settings.disableSuspended();
        boolean parked = !service.allowed() && !settings.suspendedProfile().isBlank();
        // cutting off must not fail because of the profile of a service that is not to be used
        RateLimit wanted = RateLimit.of(service.speed());
        boolean beside = service.speed().personal() && !parked && !wanted.isUnlimited();
        String own = orEmpty(service.profile());
        String profile = parked ? settings.suspendedProfile() : disabled && secret.isPresent() ? "" : beside && !own.isEmpty()
                ? PppProfiles.besideName(own, wanted) : own;
        RateLimit speed = new RateLimit(0, 0);
        int before = changed.size();
        if (!profile.isEmpty()) {
            // a suspended profile that is there is the ISP's own work: its speed is none of ours
            PppProfiles.Kept kept = parked ? profiles.keepAsIs(profile, CRAWL)
                    : beside ? profiles.keepBeside(profile, own, wanted) : profiles.keep(profile, wanted);
            kept.change().ifPresent(changed::add);
            speed = kept.speed();
        }
        String state = disabled ? "cut" : SecretComment.state(profile, speed);
        return new Target(profile, disabled, changed.size() > before,
                new SecretComment(service.id(), state, orEmpty(service.comment())));
    }

    private Applied add(Service service, Target target, List<String> changed) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("password", service.password());
        if (!target.profile().isEmpty()) {
            values.put("profile", target.profile());
        }
        values.put("disabled", target.disabled() ? "yes" : "no");
        values.put("comment", target.comment().toString());
        secrets.add(service.user(), values);
        changed.add("secret made");
        return settle(service.user(), target.disabled() ? sessions.of(service.user()) : Set.of(), changed);
    }

    private Applied correct(Service service, Row secret, Target target, List<String> changed) {
        Map<String, String> values = differences(service, secret, target, changed);
        boolean wasDisabled = secret.isTrue("disabled");
        // a disabled secret lets nobody in: only what was live before it is enabled can be old
        Set<String> before = wasDisabled ? sessions.of(service.user()) : Set.of();
        boolean outdated = !target.disabled() && outdated(secret, target, values) && !(wasDisabled && before.isEmpty());
        String comment = (outdated ? target.comment().unsettled() : target.comment()).toString();
        if (!comment.equals(secret.text("comment"))) {
            values.put("comment", comment);
        }
        if (!values.isEmpty()) {
            secrets.set(secret, values);
        }
        if (values.containsKey("comment") && changed.isEmpty()) {
            changed.add("comment");
        }
        if (!target.disabled() && !outdated) {
            return settle(service.user(), Set.of(), changed);
        }
        Applied applied = settle(service.user(), wasDisabled ? before : sessions.of(service.user()), changed);
        if (outdated) {
            secrets.set(secret, Map.of("comment", target.comment().toString()));
        }
        return applied;
    }

    private static Map<String, String> differences(Service service, Row secret, Target target, List<String> changed) {
        Map<String, String> values = new LinkedHashMap<>();
        // a router hides passwords from a user without the policy "sensitive": it gets ours every time, and that is no news
        boolean hidden = !secret.values().containsKey("password") || secret.text("password").matches("\\*+");
        if (hidden || !secret.text("password").equals(service.password())) {
            values.put("password", service.password());
            changed.addAll(hidden ? List.of() : List.of("password"));
        }
        if (!target.profile().isEmpty() && !target.profile().equals(secret.text("profile"))) {
            values.put("profile", target.profile());
            changed.add("profile " + secret.text("profile") + " to " + target.profile());
        }
        if (target.disabled() != secret.isTrue("disabled")) {
            values.put("disabled", target.disabled() ? "yes" : "no");
            changed.add(target.disabled() ? "disabled" : "enabled");
        }
        return values;
    }

    /** Whether a live session may be of another profile or speed than it would get now. */
    private static boolean outdated(Row secret, Target target, Map<String, String> values) {
        return values.containsKey("profile") || target.respeed() || SecretComment.parse(secret.text("comment"))
                .filter(comment -> !comment.state().equals(target.comment().state())).isPresent();
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

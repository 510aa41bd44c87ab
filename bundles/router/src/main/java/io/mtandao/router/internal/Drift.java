package io.mtandao.router.internal;

import io.mtandao.api.billing.ServiceType;
import io.mtandao.router.internal.entity.ServiceRow;
import io.mtandao.spi.network.NetworkDriver.Found;
import io.mtandao.spi.network.NetworkDriver.Speed;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a router has, held against what it is to have. */
final class Drift {
    /** By kind and the platform's id. Of a kind that was not looked at there is nothing to say. */
    private final Map<ServiceType, Map<String, List<Found>>> there = new EnumMap<>(ServiceType.class);
    private final Map<Profile, Set<Speed>> speeds = new HashMap<>();

    private record Profile(ServiceType kind, String name) {
        Profile(ServiceRow s) {
            this(s.getKind(), s.getProfile());
        }
    }

    Drift(Collection<ServiceRow> wanted, Map<ServiceType, List<Found>> found) {
        found.forEach((kind, all) -> there.put(kind, all.stream().filter(f -> f.id() != null).collect(Collectors.groupingBy(Found::id))));
        wanted.stream().filter(Drift::sharesItsSpeed).forEach(s -> speeds.computeIfAbsent(new Profile(s), p -> new HashSet<>()).add(s.toSpeed()));
    }

    private static boolean sharesItsSpeed(ServiceRow s) {
        return s.getKind() != ServiceType.STATIC_IP && s.isAllowed() && !s.toSpeed().personal();
    }

    /** Whether it is missing, is somebody else's, lets on where it should not (or the other way), or gives another speed. */
    boolean concerns(ServiceRow s) {
        Map<String, List<Found>> ofKind = there.get(s.getKind());
        return ofKind != null && ofKind.getOrDefault(Long.toString(s.getSubscriptionId()), List.of()).stream()
            .noneMatch(f -> f.user().equals(s.getUserName()) && f.allowed() == s.isAllowed() && isFast(f, s));
    }

    private boolean isFast(Found f, ServiceRow s) {
        Speed wanted = s.toSpeed();
        boolean unlimited = wanted.downKbps() == 0 && wanted.upKbps() == 0;
        // a package without any speed leaves what is there; two that share a profile and want it otherwise would take turns, throwing everybody off each time
        boolean noOpinion = f.speed() == null || unlimited || sharesItsSpeed(s) && speeds.get(new Profile(s)).size() > 1;
        return noOpinion || f.speed().equals(new Speed(wanted.downKbps(), wanted.upKbps(), wanted.burst(), false));
    }
}

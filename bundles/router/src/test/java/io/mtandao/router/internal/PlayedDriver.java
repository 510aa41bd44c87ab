package io.mtandao.router.internal;

import io.mtandao.api.billing.ServiceType;
import io.mtandao.spi.Health;
import io.mtandao.spi.PluginDescription;
import io.mtandao.spi.TenantContext;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.network.NetworkDriver;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A router in memory behind the real interface. */
final class PlayedDriver implements NetworkDriver<Object> {
    /** By router and user, of PPPoE; by router, kind and user, of any other kind. */
    final Map<String, Service> users = new LinkedHashMap<>();
    /** The speeds of those that sessions share, by router, kind and name. */
    final Map<String, Speed> profiles = new LinkedHashMap<>();
    final Map<ServiceType, Set<String>> live = new EnumMap<>(Map.of(ServiceType.PPPOE, Set.of("grace")));
    VendorProblem trouble;
    String refusesUser;
    ServiceType unknownKind;
    Set<String> capabilities = Set.of("pppoe");
    Runnable duringApply = () -> {};

    @Override
    public PluginDescription describe() {
        return new PluginDescription("played", "Played", "", "", capabilities, List.of(), List.of(), List.of());
    }

    @Override
    public Class<Object> settingsType() {
        return Object.class;
    }

    @Override
    public Health test(TenantContext<Object> context) {
        return Health.ok("");
    }

    private void reach() {
        if (trouble != null) throw trouble;
    }

    @Override
    public Applied apply(TenantContext<Object> context, RouterAddress router, Service service) {
        reach();
        duringApply.run();
        if (service.user().equals(refusesUser)) throw new VendorProblem(VendorProblem.Outcome.REFUSED, "profile is broken");
        users.put(key(router, service.kind(), service.user()), service);
        if (service.allowed() && !service.speed().personal()) profiles.put(router.host() + "/" + service.kind() + "/" + service.profile(), service.speed());
        return new Applied(false, List.of("secret"));
    }

    private static String key(RouterAddress router, ServiceType kind, String user) {
        return router.host() + (kind == ServiceType.PPPOE ? "/" : "/" + kind + "/") + user;
    }

    @Override
    public void remove(TenantContext<Object> context, RouterAddress router, Former former) {
        reach();
        if (former.user().equals(refusesUser)) throw new VendorProblem(VendorProblem.Outcome.REFUSED, "in use");
        users.computeIfPresent(key(router, former.kind(), former.user()), (key, there) -> there.id().equals(former.id()) ? null : there);
    }

    @Override
    public boolean kick(TenantContext<Object> context, RouterAddress router, ServiceType kind, String user) {
        return false;
    }

    @Override
    public Set<String> online(TenantContext<Object> context, RouterAddress router, ServiceType kind) {
        reach();
        return live.getOrDefault(kind, Set.of());
    }

    @Override
    public List<Found> found(TenantContext<Object> context, RouterAddress router, ServiceType kind) {
        reach();
        if (kind == unknownKind) throw new VendorProblem(VendorProblem.Outcome.REFUSED, "no such command prefix");
        return users.entrySet().stream().filter(u -> u.getValue().kind() == kind && u.getKey().startsWith(router.host() + "/"))
            .map(u -> new Found(u.getValue().id(), u.getValue().user(), u.getValue().allowed(), speed(router, u.getValue()))).toList();
    }

    /** Of whoever shares a profile: the one that the profile got last. */
    private Speed speed(RouterAddress router, Service s) {
        if (!s.allowed()) return null;
        Speed speed = s.kind() == ServiceType.STATIC_IP || s.speed().personal() ? s.speed() : profiles.get(router.host() + "/" + s.kind() + "/" + s.profile());
        return speed == null ? null : new Speed(speed.downKbps(), speed.upKbps(), speed.burst(), false);
    }

    @Override
    public Map<String, String> resources(TenantContext<Object> context, RouterAddress router) {
        reach();
        return Map.of("version", "7.20");
    }

    @Override
    public String fingerprint(TenantContext<Object> context, RouterAddress router) {
        return "ab".repeat(32);
    }

    @Override
    public List<Secret> secrets(TenantContext<Object> context, RouterAddress router) {
        reach();
        return List.of(new Secret("grace", "pw", "Home 5M", "pppoe", false, "Grace"));
    }

    @Override
    public List<Profile> profiles(TenantContext<Object> context, RouterAddress router) {
        return List.of();
    }
}

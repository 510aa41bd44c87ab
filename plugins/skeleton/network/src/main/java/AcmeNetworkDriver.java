package io.mtandao.plugin.acme.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.mtandao.api.billing.ServiceType;
import io.mtandao.spi.Health;
import io.mtandao.spi.PluginDescription;
import io.mtandao.spi.TenantContext;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.VendorProblem.Outcome;
import io.mtandao.spi.network.NetworkDriver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/** Speaks to Acme routers: JSON over HTTP, with the router's password as the key. Everything may be repeated, so silence is worth a retry. */
@Component(service = NetworkDriver.class, configurationPid = AcmeOperator.PID)
@Designate(ocd = AcmeOperator.class)
public final class AcmeNetworkDriver implements NetworkDriver<AcmeSettings> {
    private final AcmeClient client;

    @Activate
    public AcmeNetworkDriver(AcmeOperator operator) {
        this.client = new AcmeClient(Duration.ofMillis(operator.connectMillis()), Duration.ofMillis(operator.replyMillis()));
    }

    @Override
    public PluginDescription describe() {
        return new PluginDescription("acme", "Acme", "Routers by Acme", "vaadin:connect", Set.of("pppoe"), List.of(), List.of(), List.of());
    }

    @Override
    public Class<AcmeSettings> settingsType() {
        return AcmeSettings.class;
    }

    @Override
    public Health test(TenantContext<AcmeSettings> context) {
        return Health.ok("The settings are in order. Each router is tested on its own page");
    }

    @Override
    public Applied apply(TenantContext<AcmeSettings> context, RouterAddress router, Service service) {
        if (!delivers(service.kind())) throw new VendorProblem(Outcome.REFUSED, "Acme routers have PPPoE services only");
        JsonNode reply = call(router, "apply",
            Map.of("id", service.id(), "user", service.user(), "password", service.password(), "profile", service.profile(), "down", service.speed().downKbps(),
            "up", service.speed().upKbps(), "allowed", service.allowed()));
        List<String> changed = new ArrayList<>();
        reply.path("changed").forEach(what -> changed.add(what.asText()));
        return new Applied(reply.path("online").asBoolean(), changed);
    }

    @Override
    public void remove(TenantContext<AcmeSettings> context, RouterAddress router, Former former) {
        call(router, "remove", Map.of("user", former.user(), "id", former.id()));
    }

    @Override
    public boolean kick(TenantContext<AcmeSettings> context, RouterAddress router, ServiceType kind, String user) {
        return call(router, "kick", Map.of("user", user)).path("kicked").asBoolean();
    }

    @Override
    public Set<String> online(TenantContext<AcmeSettings> context, RouterAddress router, ServiceType kind) {
        Set<String> users = new TreeSet<>();
        call(router, "online", Map.of()).forEach(user -> users.add(user.asText()));
        return users;
    }

    @Override
    public List<Found> found(TenantContext<AcmeSettings> context, RouterAddress router, ServiceType kind) {
        List<Found> found = new ArrayList<>();
        call(router, "secrets", Map.of()).forEach(secret -> found.add(new Found(secret.path("id").asText(null), secret.path("user").asText(),
            secret.path("allowed").asBoolean(true))));
        return found;
    }

    @Override
    public Map<String, String> resources(TenantContext<AcmeSettings> context, RouterAddress router) {
        Map<String, String> facts = new TreeMap<>();
        call(router, "resources", Map.of()).properties().forEach(fact -> facts.put(fact.getKey(), fact.getValue().asText()));
        return facts;
    }

    @Override
    public String fingerprint(TenantContext<AcmeSettings> context, RouterAddress router) {
        throw new VendorProblem(Outcome.REFUSED, "Acme routers show no certificate");
    }

    @Override
    public List<Secret> secrets(TenantContext<AcmeSettings> context, RouterAddress router) {
        List<Secret> secrets = new ArrayList<>();
        call(router, "secrets", Map.of()).forEach(secret -> secrets.add(new Secret(secret.path("user").asText(), secret.path("password").asText(),
            secret.path("profile").asText(), "pppoe", !secret.path("allowed").asBoolean(true), secret.path("comment").asText(""))));
        return secrets;
    }

    @Override
    public List<Profile> profiles(TenantContext<AcmeSettings> context, RouterAddress router) {
        List<Profile> profiles = new ArrayList<>();
        call(router, "profiles", Map.of()).forEach(profile -> profiles.add(new Profile(profile.path("name").asText(), profile.path("rate").asText(""))));
        return profiles;
    }

    private JsonNode call(RouterAddress router, String operation, Map<String, ?> body) {
        String url = (router.tls() ? "https://" : "http://") + router.host() + ":" + router.port() + "/" + operation;
        return client.post(url, router.password(), body, Outcome.RETRY);
    }
}

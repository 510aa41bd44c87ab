package io.mtandao.rest.internal.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The operator tells which proxies stand before the platform. */
@Component(service = Peers.class, configurationPid = "io.mtandao.rest")
@Designate(ocd = ConfiguredPeers.Config.class)
public final class ConfiguredPeers implements Peers {
    private final Peers peers;

    @ObjectClassDefinition(id = "io.mtandao.rest", name = "Mtandao REST")
    public @interface Config {
        @AttributeDefinition(name = "Trusted proxies",
            description = "Addresses of reverse proxies whose X-Forwarded-For is believed, for example 127.0.0.1. None: the peer's own address counts.")
        String[] trusted_proxies() default {};
    }

    @Activate
    public ConfiguredPeers(Config config) {
        // a .cfg file gives one text for all
        peers = Peers.behind(Stream.of(config.trusted_proxies()).flatMap(p -> Stream.of(p.split(","))).map(String::strip).filter(p -> !p.isEmpty()).collect(Collectors.toSet()));
    }

    @Override
    public String address(HttpServletRequest request) {
        return peers.address(request);
    }
}

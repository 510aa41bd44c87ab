package io.mtandao.paper.internal;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Where the world reaches the platform, when the operator has said so: a code on paper that leads to 127.0.0.1 helps nobody. */
@Component(service = PublicAddress.class, configurationPid = "io.mtandao.platform")
public final class PublicAddress {
    private final String url;

    /** The platform's own settings that this bundle reads. */
    public @interface Platform {
        /** Without a path, as in {@code https://isp.example}. */
        String publicUrl() default "";
    }

    @Activate
    public PublicAddress(Platform platform) {
        this(platform.publicUrl());
    }

    PublicAddress(String publicUrl) {
        url = publicUrl.strip().replaceAll("/+$", "");
    }

    /** @param path beginning with '/' */
    Optional<String> of(String path) {
        return url.isEmpty() ? Optional.empty() : Optional.of(url + path);
    }
}

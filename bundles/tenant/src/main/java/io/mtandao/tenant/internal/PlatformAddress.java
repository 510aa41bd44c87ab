package io.mtandao.tenant.internal;

import java.net.URI;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Where people reach the platform, for links in mails and in the log. */
@Component(service = PlatformAddress.class, configurationPid = PlatformAddress.PID)
@Designate(ocd = PlatformAddress.Config.class)
public final class PlatformAddress {
    static final String PID = "io.mtandao.platform";
    public static final String RESET = "/ui/reset?token=";
    public static final String VERIFY = "/ui/verify?token=";
    public static final String OPERATOR_START = "/ui/operator/start?token=";
    public static final String OPERATOR_LINK = "/ui/operator/link?token=";

    @ObjectClassDefinition(id = PID, name = "Platform", description = "What the operator tells the platform about itself")
    public @interface Config {
        @AttributeDefinition(name = "Public URL", description = "Address under which browsers reach the platform, without a path")
        String publicUrl() default "http://127.0.0.1:8181";
    }

    private final String url;
    private final String host;

    @Activate
    public PlatformAddress(Config config) {
        this(config.publicUrl());
    }

    public PlatformAddress(String publicUrl) {
        url = publicUrl.strip().replaceAll("/+$", "");
        // told at start, and not by the first mail with a dead link
        if (!url.matches("https?://[^/]+") || URI.create(url).getHost() == null)
            throw new IllegalArgumentException("publicUrl in etc/" + PID + ".cfg must be http(s)://host[:port], not " + publicUrl);
        host = URI.create(url).getHost().toLowerCase(Locale.ROOT);
    }

    /** @param path beginning with '/' */
    public String link(String path) {
        return url + path;
    }

    /** Host name without port, in lower case. */
    public String host() {
        return host;
    }
}

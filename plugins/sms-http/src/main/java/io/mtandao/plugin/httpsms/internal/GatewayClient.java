package io.mtandao.plugin.httpsms.internal;

import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.VendorProblem.Outcome;
import io.mtandao.spi.net.PublicHost;
import io.mtandao.spi.net.VendorHttp;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** HTTP to a host that an ISP chose: a public one, with the limits of every vendor. */
final class GatewayClient {
    private static final int MOST_BYTES = 16 * 1024;
    private final VendorHttp http;
    private final boolean allowPrivateHosts;

    GatewayClient(HttpSmsOperator operator) {
        http = new VendorHttp("The gateway", HttpClient.Version.HTTP_1_1, Duration.ofMillis(operator.connectMillis()), Duration.ofMillis(operator.replyMillis()), MOST_BYTES);
        allowPrivateHosts = operator.allowPrivateHosts();
    }

    void requirePublic(HttpRequest request) {
        String host = request.uri().getHost();
        if (host == null) throw new VendorProblem(Outcome.MISCONFIGURED, "The address has no host name");
        if (!allowPrivateHosts) PublicHost.require(host);
    }

    HttpResponse<byte[]> send(HttpRequest request) {
        requirePublic(request);
        return http.send(request, Outcome.UNKNOWN);
    }
}

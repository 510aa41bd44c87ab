package io.mtandao.plugin.httpsms.internal;

import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.VendorProblem.Outcome;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** HTTP to a host that an ISP chose: a public one, no redirects, a limit on time and on size. */
final class GatewayClient {
    private final HttpClient http;
    private final Duration limit;
    private final boolean allowPrivateHosts;

    GatewayClient(HttpSmsOperator operator) {
        // 1.1: over plain http the JDK would ask for an upgrade to HTTP/2, at which old gateways break
        this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofMillis(operator.connectMillis()))
            .followRedirects(HttpClient.Redirect.NEVER).build();
        this.limit = Duration.ofMillis(operator.replyMillis());
        this.allowPrivateHosts = operator.allowPrivateHosts();
    }

    void requirePublic(HttpRequest request) {
        String host = request.uri().getHost();
        if (host == null) throw new VendorProblem(Outcome.MISCONFIGURED, "The address has no host name");
        if (!allowPrivateHosts) PublicHost.require(host);
    }

    /** The limit covers the whole exchange; {@code HttpRequest.timeout} ends with the reply's head, and a trickling body would hang. */
    HttpResponse<String> send(HttpRequest request) {
        requirePublic(request);
        CompletableFuture<HttpResponse<String>> exchange = http.sendAsync(request, head -> new LimitedText());
        try {
            return exchange.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            exchange.cancel(true);
            throw new VendorProblem(Outcome.UNKNOWN, "The gateway did not answer in time", e);
        } catch (InterruptedException e) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            throw new VendorProblem(Outcome.UNKNOWN, "interrupted while waiting for the gateway", e);
        } catch (ExecutionException e) {
            boolean notEvenConnected = e.getCause() instanceof ConnectException || e.getCause() instanceof HttpConnectTimeoutException;
            throw new VendorProblem(notEvenConnected ? Outcome.RETRY : Outcome.UNKNOWN,
                notEvenConnected ? "The gateway cannot be reached" : "The connection to the gateway broke", e.getCause());
        }
    }
}

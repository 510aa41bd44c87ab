package io.mtandao.spi.net;

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

/** HTTP to one vendor: no redirects, a limit on the time of a whole exchange and on the size of a reply, and every failure as the platform wants to hear of it. */
public final class VendorHttp {
    private final String vendor;
    private final HttpClient http;
    private final Duration limit;
    private final int mostBytes;

    /**
     * @param vendor as people call it, for the texts
     * @param version 1.1 for old gateways: over plain http the JDK would ask for an upgrade to HTTP/2, at which they break
     * @param limit from the request to the end of the reply
     * @param mostBytes of a reply; the rest is not read
     */
    public VendorHttp(String vendor, HttpClient.Version version, Duration connect, Duration limit, int mostBytes) {
        this.vendor = vendor;
        this.http = HttpClient.newBuilder().version(version).connectTimeout(connect).followRedirects(HttpClient.Redirect.NEVER).build();
        this.limit = limit;
        this.mostBytes = mostBytes;
    }

    /**
     * One exchange. Any status is an answer. The limit covers the whole of it; {@code HttpRequest.timeout} ends with the reply's head, and a trickling body would hang.
     *
     * @param whenUnclear the outcome when the call may have been carried out without our hearing of it
     * @throws VendorProblem RETRY when no connection came about, else {@code whenUnclear}
     */
    public HttpResponse<byte[]> send(HttpRequest request, Outcome whenUnclear) {
        CompletableFuture<HttpResponse<byte[]>> exchange = http.sendAsync(request, head -> new LimitedBody(mostBytes));
        try {
            return exchange.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            exchange.cancel(true);
            throw new VendorProblem(whenUnclear, vendor + " did not answer in time", e);
        } catch (InterruptedException e) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            throw new VendorProblem(whenUnclear, vendor + ": interrupted while waiting for the answer", e);
        } catch (ExecutionException e) {
            boolean notEvenConnected = e.getCause() instanceof ConnectException || e.getCause() instanceof HttpConnectTimeoutException;
            throw new VendorProblem(notEvenConnected ? Outcome.RETRY : whenUnclear, vendor + (notEvenConnected ? " cannot be reached" : ": the connection broke"), e.getCause());
        }
    }
}

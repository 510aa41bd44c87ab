package io.mtandao.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mtandao.spi.Health;
import io.mtandao.spi.Plugin;
import io.mtandao.spi.TenantContext;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.VendorProblem.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a plugin that talks to a vendor fulfils besides: it tells silence from refusal, and never mixes two ISPs. */
public abstract class VendorContract<P extends Plugin<S>, S> extends PluginContract<P, S> {
    /** One call as the vendor saw it, by the marks of {@link #settings} and {@link #act}. */
    public record Seen(String credential, String payload) {}

    /** Held here: a socket that nobody holds is closed by the garbage collector. */
    private ServerSocket silent;

    /** The plugin against a vendor at another address, waiting no longer than a test can. @param url http://127.0.0.1:port */
    protected abstract P pluginAt(String url);

    /** Does the one thing that this kind is for, with a payload that contains the mark. */
    protected abstract void act(P plugin, TenantContext<S> context, String mark);

    /** What the vendor of {@link #plugin()} saw. */
    protected abstract List<Seen> seen();

    /** A plugin whose vendor takes the connection and then says nothing to what {@link #act} does. */
    protected P pluginOfSilentVendor() throws IOException {
        return pluginAt("http://127.0.0.1:" + silentPort());
    }

    /** False for a kind whose settings name no vendor to be reached. */
    protected boolean testReachesTheVendor() {
        return true;
    }

    @AfterEach
    void closeTheSilentVendor() throws IOException {
        if (silent != null) silent.close();
    }

    /** What may be said when the vendor took the call and did not answer: only what can be repeated without harm may be tried again. */
    protected Outcome outcomeOfSilence() {
        return Outcome.UNKNOWN;
    }

    @Test
    void tellsSilenceFromRefusal() throws Exception {
        P plugin = pluginOfSilentVendor();
        VendorProblem problem = catchThrowableOfType(VendorProblem.class, () -> act(plugin, contextOf(plugin, "a"), "a"));
        assertThat(problem).isNotNull();
        assertThat(problem.outcome()).isEqualTo(outcomeOfSilence());
    }

    @Test
    void mayTryAgainWhenTheConnectionIsRefused() throws Exception {
        P plugin = pluginAt("http://127.0.0.1:" + closedPort());
        VendorProblem problem = catchThrowableOfType(VendorProblem.class, () -> act(plugin, contextOf(plugin, "a"), "a"));
        assertThat(problem).isNotNull();
        assertThat(problem.outcome()).isEqualTo(Outcome.RETRY);
        for (String secret : secrets()) assertThat(problem).hasMessageNotContaining(String.valueOf(settings("a").get(secret)));
    }

    @Test
    void saysWithoutThrowingThatAConnectionTestFailed() throws Exception {
        P plugin = pluginAt("http://127.0.0.1:" + closedPort());
        Health health = plugin.test(contextOf(plugin, "a"));
        assertThat(health.text()).isNotBlank();
        if (testReachesTheVendor()) assertThat(health.ok()).isFalse();
    }

    @Test
    void neverMixesTwoTenants() throws Exception {
        P plugin = plugin();
        List<Callable<Object>> calls = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String mark = i % 2 == 0 ? "aa" : "bb";
            TenantContext<S> context = contextOf(plugin, mark);
            calls.add(() -> {
                act(plugin, context, mark);
                return null;
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<Object> call : threads.invokeAll(calls)) call.get();
        } finally {
            threads.shutdownNow();
        }
        assertThat(seen()).hasSize(calls.size()).allMatch(seen -> seen.credential().contains("aa") == seen.payload().contains("aa"))
            .allMatch(seen -> seen.credential().contains("bb") == seen.payload().contains("bb"));
    }

    private TenantContext<S> contextOf(P plugin, String mark) {
        return TenantContexts.of(mark, plugin, settings(mark));
    }

    /** Its backlog takes connections; nobody ever answers them. */
    protected final int silentPort() throws IOException {
        silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        return silent.getLocalPort();
    }

    protected static int closedPort() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            return taken.getLocalPort();
        }
    }
}

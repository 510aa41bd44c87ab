package io.mtandao.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.junit.Before;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** The distribution as it comes: everything starts, nothing waits, the log is clean. */
public abstract class SmokeTests extends ContainerTest {
    @Inject
    private ServiceComponentRuntime components;

    @Before
    public void hasSettled() throws InterruptedException {
        eventually(() -> idle().isEmpty() && new UnsatisfiedComponents(components).trees().isEmpty());
    }

    @Test
    public void everyBundleIsActive() {
        assertEquals("bundles that are not active", List.of(), idle());
    }

    @Test
    public void noComponentWaitsForAService() {
        List<String> waiting = new UnsatisfiedComponents(components).trees();
        assertEquals("components that wait:\n" + String.join("\n", waiting), 0, waiting.size());
    }

    @Test
    public void healthIsUp() throws InterruptedException {
        assertTrue("GET " + http("/health") + " does not answer 200", eventually(() -> status(http("/health")) == 200));
    }

    @Test
    public void theLogHasNoWarning() throws IOException {
        List<String> warnings = Files.readAllLines(Path.of(System.getProperty("karaf.log"), "karaf.log")).stream()
                .filter(line -> line.contains("| WARN ") || line.contains("| ERROR"))
                .collect(Collectors.toList());
        assertEquals("warnings:\n" + String.join("\n", warnings), 0, warnings.size());
    }

    private static int status(URI uri) {
        try {
            return ((HttpURLConnection) uri.toURL().openConnection()).getResponseCode();
        } catch (IOException e) {
            return 0;
        }
    }

    private List<String> idle() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getState() != Bundle.ACTIVE)
                .filter(bundle -> bundle.getState() != Bundle.RESOLVED || bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null)
                .map(Bundle::toString).collect(Collectors.toList());
    }
}

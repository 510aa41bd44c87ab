package io.mtandao.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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
    private static final String UP = "200 {\"status\":\"up\"}";

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
        boolean up = eventually(() -> answer(http("/health")).equals(UP));
        assertTrue("GET " + http("/health") + " answers " + answer(http("/health")), up);
    }

    @Test
    public void theLogHasNoWarning() throws IOException {
        List<String> warnings = Files.readAllLines(Path.of(System.getProperty("karaf.log"), "karaf.log")).stream()
                .filter(line -> line.contains("| WARN ") || line.contains("| ERROR"))
                .collect(Collectors.toList());
        assertEquals("warnings:\n" + String.join("\n", warnings), 0, warnings.size());
    }

    /** The status and what comes with it, or why there is none. */
    private static String answer(URI uri) {
        try {
            HttpURLConnection c = (HttpURLConnection) uri.toURL().openConnection();
            c.setReadTimeout(10_000);
            int status = c.getResponseCode();
            try (InputStream body = status < 400 ? c.getInputStream() : c.getErrorStream()) {
                return status + " " + (body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            return e.toString();
        }
    }

    private List<String> idle() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getState() != Bundle.ACTIVE)
                .filter(bundle -> bundle.getState() != Bundle.RESOLVED || bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null)
                .map(Bundle::toString).collect(Collectors.toList());
    }
}

package io.mtandao.demo.internal;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plays the subscribers' equipment, so that whoever is let on is online by itself. */
@Component(service = {}, immediate = true)
public final class Equipment {
    private static final Logger LOG = LoggerFactory.getLogger(Equipment.class);
    private static final long EVERY_SECONDS = 2;
    private final List<Homes> homes;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread t = new Thread(work, "demo-equipment");
        t.setDaemon(true);
        return t;
    });

    @Activate
    public Equipment(@Reference Vendors vendors) {
        homes = Stream.of(DemoIsp.values()).map(vendors::router).map(Homes::new).toList();
        thread.scheduleWithFixedDelay(this::visit, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    void close() throws InterruptedException {
        thread.shutdown();
        thread.awaitTermination(EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private void visit() {
        try {
            homes.forEach(Homes::visit);
        } catch (RuntimeException e) {
            // a schedule that throws would end
            LOG.info("The equipment could not be plugged in: {}", e.toString());
        }
    }
}

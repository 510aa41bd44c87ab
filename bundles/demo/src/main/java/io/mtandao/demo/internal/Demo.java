package io.mtandao.demo.internal;

import io.mtandao.api.Conflict;
import io.mtandao.api.Origin;
import io.mtandao.api.TenantSuspended;
import io.mtandao.api.Throttled;
import io.mtandao.api.Unauthenticated;
import io.mtandao.api.tenant.Registrations.NewIsp;
import io.mtandao.api.tenant.Registrations.NewOwner;
import io.mtandao.api.tenant.Sessions.Session;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the two ISPs to life on a thread of its own: makes them at the first start, and after a restart gives their routers back what they forgot. */
@Component(service = {}, immediate = true)
public final class Demo {
    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    private static final Duration LONGEST_STEP = Duration.ofSeconds(15);
    private static final Origin HERE = new Origin("local", "demo");
    private final Platform platform;
    private final Vendors vendors;
    private final Stop stop = new Stop();
    private final Thread thread = new Thread(this::run, "demo");

    @Activate
    public Demo(@Reference Platform platform, @Reference Vendors vendors) {
        this.platform = platform;
        this.vendors = vendors;
        thread.setDaemon(true);
        thread.start();
    }

    @Deactivate
    void close() throws InterruptedException {
        stop.ask();
        thread.join(LONGEST_STEP.toMillis());
    }

    private void run() {
        try {
            for (DemoIsp isp : DemoIsp.values()) bring(isp);
            LOG.info("The demo is ready: sign in as {} ({}) or {} ({}), password {}", DemoIsp.SAVANNA.slug, DemoIsp.SAVANNA.email(), DemoIsp.PWANI.slug,
                DemoIsp.PWANI.email(), DemoIsp.PASSWORD);
        } catch (CancellationException e) {
            LOG.info("The demo stops before it was ready; the next start goes on");
        } catch (RuntimeException e) {
            LOG.error("The demo is not complete; the next start tries again", e);
        }
    }

    private void bring(DemoIsp isp) {
        stop.check();
        boolean fresh = register(isp);
        Session session;
        try {
            session = platform.sessions.signIn(isp.slug, isp.email(), DemoIsp.PASSWORD, HERE);
        } catch (Unauthenticated | Throttled | TenantSuspended e) {
            LOG.info("The demo leaves {} alone: {}", isp.slug, e.getMessage());
            return;
        }
        try {
            IspLife life = new IspLife(platform, vendors, isp, session.caller(), stop);
            life.furnish();
            if (!fresh) life.revive();
        } finally {
            platform.sessions.signOut(session.token());
        }
    }

    /** @return whether it was not there */
    private boolean register(DemoIsp isp) {
        try {
            platform.registrations.register(new NewIsp(isp.title, isp.slug, "KE", "KES", "Africa/Nairobi"), new NewOwner(isp.owner, isp.email(), isp.phone, DemoIsp.PASSWORD), HERE);
            LOG.info("The demo registered {} ({}), owner {}, password {}", isp.title, isp.slug, isp.email(), DemoIsp.PASSWORD);
            return true;
        } catch (Conflict e) {
            return false;
        }
    }
}

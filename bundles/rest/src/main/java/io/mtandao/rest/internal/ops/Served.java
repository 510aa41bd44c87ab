package io.mtandao.rest.internal.ops;

import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.service.component.annotations.Component;

/** Whether the web server has opened the API: its servlet says so itself when it is initialised, which is later than when all services behind it are there. */
@Component(service = Served.class)
public final class Served {
    private final AtomicInteger servlets = new AtomicInteger();

    public void opened() {
        servlets.incrementAndGet();
    }

    public void closed() {
        servlets.decrementAndGet();
    }

    public boolean isOpen() {
        return servlets.get() > 0;
    }
}

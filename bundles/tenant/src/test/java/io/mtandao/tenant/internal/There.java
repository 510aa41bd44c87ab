package io.mtandao.tenant.internal;

import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentServiceObjects;

/** A service that is there, as Declarative Services would hand it out; counts who has it. */
final class There<S> implements ComponentServiceObjects<S> {
    private final S service;
    final AtomicInteger taken = new AtomicInteger();

    There(S service) {
        this.service = service;
    }

    @Override
    public S getService() {
        if (service != null) taken.incrementAndGet();
        return service;
    }

    @Override
    public void ungetService(S given) {
        taken.decrementAndGet();
    }

    @Override
    public ServiceReference<S> getServiceReference() {
        throw new UnsupportedOperationException();
    }
}

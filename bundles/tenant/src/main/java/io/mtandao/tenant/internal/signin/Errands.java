package io.mtandao.tenant.internal.signin;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Small work after the answer, one at a time; what a flood brings beyond a few hundred is dropped. */
@Component(service = Errands.class)
public final class Errands {
    private static final Logger LOG = LoggerFactory.getLogger(Errands.class);
    private static final int MOST_WAITING = 200;
    private final Executor executor;

    @Activate
    public Errands() {
        ThreadPoolExecutor one = new ThreadPoolExecutor(1, 1, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), r -> new Thread(r, "mtandao-errands"));
        one.allowCoreThreadTimeOut(true);
        this.executor = one;
    }

    public Errands(Executor executor) {
        this.executor = executor;
    }

    void later(Runnable errand) {
        try {
            executor.execute(() -> {
                try {
                    errand.run();
                } catch (RuntimeException e) {
                    LOG.error("a reset mail could not be prepared", e);
                }
            });
        } catch (RejectedExecutionException full) {
            LOG.warn("too many reset mails are asked for at once; one was dropped");
        }
    }

    @Deactivate
    void stop() {
        if (executor instanceof ThreadPoolExecutor pool) pool.shutdownNow();
    }
}

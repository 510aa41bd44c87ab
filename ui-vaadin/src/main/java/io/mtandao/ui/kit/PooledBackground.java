package io.mtandao.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.shared.Registration;
import io.mtandao.api.Unavailable;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Threads for all pages: as many as there is slow work, up to a bound, and nothing waits in a queue behind somebody else's dead router. */
public final class PooledBackground implements Background {
    private static final int MOST = 64;
    private final ThreadPoolExecutor workers = new ThreadPoolExecutor(0, MOST, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), PooledBackground::thread);
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(PooledBackground::thread);

    @Override
    public <T> void run(Component owner, Supplier<T> work, Consumer<T> done, Consumer<RuntimeException> failed) {
        UI ui = owner.getUI().orElseGet(UI::getCurrent);
        try {
            workers.execute(() -> {
                try {
                    T answer = work.get();
                    access(ui, () -> done.accept(answer));
                } catch (RuntimeException e) {
                    access(ui, () -> failed.accept(e));
                }
            });
        } catch (RejectedExecutionException e) {
            failed.accept(new Unavailable(Texts.t("problem.busy")));
        }
    }

    @Override
    public Registration watch(Component owner, Duration every, Duration most, BooleanSupplier look) {
        UI ui = owner.getUI().orElseGet(UI::getCurrent);
        long end = System.nanoTime() + most.toNanos();
        AtomicReference<ScheduledFuture<?>> self = new AtomicReference<>();
        Registration stop = () -> {
            ScheduledFuture<?> f = self.get();
            if (f != null) f.cancel(false);
        };
        Runnable once = () -> {
            boolean there = access(ui, () -> {
                // what was on its way when it ended looks no more
                if (self.get() != null && self.get().isCancelled()) return;
                if (System.nanoTime() > end || !owner.isAttached() || !look.getAsBoolean()) stop.remove();
            });
            if (!there) stop.remove();
        };
        self.set(ticker.scheduleWithFixedDelay(() -> {
            try {
                workers.execute(once);
            } catch (RejectedExecutionException e) {
                return; // all are busy: the next tick looks again
            }
        }, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS));
        return stop;
    }

    /** @return whether the page is still there */
    private static boolean access(UI ui, Runnable answer) {
        try {
            ui.access(answer::run);
            return true;
        } catch (UIDetachedException e) {
            return false;
        }
    }

    private static Thread thread(Runnable r) {
        Thread t = new Thread(r, "mtandao-ui");
        t.setDaemon(true);
        t.setContextClassLoader(PooledBackground.class.getClassLoader());
        return t;
    }

    @Override
    public void close() {
        ticker.shutdownNow();
        workers.shutdownNow();
    }
}

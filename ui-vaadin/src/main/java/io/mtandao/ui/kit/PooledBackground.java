package io.mtandao.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.shared.Registration;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A few threads for all pages. */
public final class PooledBackground implements Background {
    private final ScheduledExecutorService pool = Executors.newScheduledThreadPool(4, r -> {
        Thread t = new Thread(r, "mtandao-ui");
        t.setDaemon(true);
        t.setContextClassLoader(PooledBackground.class.getClassLoader());
        return t;
    });

    @Override
    public <T> void run(Component owner, Supplier<T> work, Consumer<T> done, Consumer<RuntimeException> failed) {
        UI ui = owner.getUI().orElseGet(UI::getCurrent);
        pool.execute(() -> {
            try {
                T answer = work.get();
                access(ui, () -> done.accept(answer));
            } catch (RuntimeException e) {
                access(ui, () -> failed.accept(e));
            }
        });
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
        self.set(pool.scheduleWithFixedDelay(() -> {
            boolean there = access(ui, () -> {
                if (System.nanoTime() > end || !owner.isAttached() || !look.getAsBoolean()) stop.remove();
            });
            if (!there) stop.remove();
        }, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS));
        return stop;
    }

    private static boolean access(UI ui, Runnable answer) {
        try {
            ui.access(answer::run);
            return true;
        } catch (UIDetachedException e) {
            return false;
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}

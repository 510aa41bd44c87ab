package io.mtandao.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.shared.Registration;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Work that is too slow for a click. It runs off the page's lock, so it must be given all it needs (the caller!) beforehand; answers come back by push. */
public interface Background extends AutoCloseable {
    /** @param failed gets problems, too; both answers run in the page's lock, and neither when the page is gone by then */
    <T> void run(Component owner, Supplier<T> work, Consumer<T> done, Consumer<RuntimeException> failed);

    /**
     * Looks again and again, in the page's lock.
     *
     * @param look false when it need not look again
     * @param most ends the watch in any case
     */
    Registration watch(Component owner, Duration every, Duration most, BooleanSupplier look);

    @Override
    void close();
}

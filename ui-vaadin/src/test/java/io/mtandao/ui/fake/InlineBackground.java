package io.mtandao.ui.fake;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.shared.Registration;
import io.mtandao.ui.kit.Background;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Does slow work at once; watches look when the test says {@link #tick}. */
public final class InlineBackground implements Background {
    private final List<BooleanSupplier> watches = new ArrayList<>();

    @Override
    public <T> void run(Component owner, Supplier<T> work, Consumer<T> done, Consumer<RuntimeException> failed) {
        T answer;
        try {
            answer = work.get();
        } catch (RuntimeException e) {
            failed.accept(e);
            return;
        }
        done.accept(answer);
    }

    @Override
    public Registration watch(Component owner, Duration every, Duration most, BooleanSupplier look) {
        watches.add(look);
        return () -> watches.remove(look);
    }

    /** @return how many go on watching */
    public int tick() {
        for (BooleanSupplier look : List.copyOf(watches)) if (!look.getAsBoolean()) watches.remove(look);
        return watches.size();
    }

    @Override
    public void close() {}
}

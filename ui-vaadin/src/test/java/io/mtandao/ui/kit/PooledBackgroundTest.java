package io.mtandao.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import io.mtandao.api.Conflict;
import io.mtandao.ui.fake.UiTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PooledBackgroundTest extends UiTest {
    private final PooledBackground pool = new PooledBackground();
    private final Div owner = new Div();
    private final List<Object> answers = new ArrayList<>();

    @BeforeEach
    void attach() {
        UI.getCurrent().add(owner);
    }

    @AfterEach
    void stop() {
        pool.close();
    }

    private static void until(BooleanSupplier true_) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!true_.getAsBoolean() && System.nanoTime() < end) {
            Thread.onSpinWait();
            MockVaadin.clientRoundtrip();
        }
        assertThat(true_.getAsBoolean()).isTrue();
    }

    @Test
    void answersComeBackToThePage() {
        pool.run(owner, () -> Thread.currentThread().getName(), answers::add, answers::add);
        until(() -> !answers.isEmpty());
        assertThat(answers).containsExactly("mtandao-ui");
    }

    @Test
    void failuresDoToo() {
        Conflict no = new Conflict("no");
        pool.run(owner, () -> {
            throw no;
        }, answers::add, answers::add);
        until(() -> !answers.isEmpty());
        assertThat(answers).containsExactly(no);
    }

    @Test
    void nobodyWaitsBehindSomebodyElsesDeadRouter() throws Exception {
        CountDownLatch dead = new CountDownLatch(1);
        for (int i = 0; i < 20; i++) {
            pool.run(owner, () -> {
                try {
                    return dead.await(20, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }, x -> {}, x -> {});
        }
        pool.run(owner, () -> "quick", answers::add, answers::add);
        until(() -> !answers.isEmpty());
        assertThat(answers).containsExactly("quick");
        dead.countDown();
    }

    @Test
    void aWatchEndsWhenItSaysSo() {
        AtomicInteger looks = new AtomicInteger();
        pool.watch(owner, Duration.ofMillis(5), Duration.ofSeconds(10), () -> looks.incrementAndGet() < 3);
        until(() -> looks.get() >= 3);
        MockVaadin.clientRoundtrip();
        assertThat(looks.get()).isLessThanOrEqualTo(4); // one look may have been on its way
    }
}

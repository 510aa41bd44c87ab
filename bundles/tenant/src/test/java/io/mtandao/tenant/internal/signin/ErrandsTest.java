package io.mtandao.tenant.internal.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ErrandsTest {
    @Test
    void errandsRunAfterTheAnswerOneAtATime() throws Exception {
        Errands errands = new Errands();
        CountDownLatch hold = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(2);
        errands.later(() -> {
            try {
                hold.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            done.countDown();
        });
        errands.later(done::countDown);
        assertThat(done.getCount()).as("later() has returned before either ran").isEqualTo(2);
        hold.countDown();
        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        errands.stop();
    }

    @Test
    void aFaultOfOneDoesNotReachWhoAskedNorTheNext() {
        Errands errands = new Errands(Runnable::run);
        AtomicInteger ran = new AtomicInteger();
        assertThatCode(() -> errands.later(() -> {
            ran.incrementAndGet();
            throw new IllegalStateException("expected in this test");
        })).doesNotThrowAnyException();
        errands.later(ran::incrementAndGet);
        assertThat(ran).hasValue(2);
    }

    @Test
    void whatIsTooMuchIsDropped() {
        Errands full = new Errands(r -> {
            throw new RejectedExecutionException();
        });
        assertThatCode(() -> full.later(() -> {})).doesNotThrowAnyException();
    }
}

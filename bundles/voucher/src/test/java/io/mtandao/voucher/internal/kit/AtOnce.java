package io.mtandao.voucher.internal.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Lets several do something at the same moment. */
public final class AtOnce {
    private AtOnce() {}

    public static List<Object> times(int n, Callable<?> task) throws InterruptedException {
        return all(IntStream.range(0, n).<Callable<?>>mapToObj(i -> task).toList());
    }

    /** @return what each answered or threw, in the order of the tasks */
    public static List<Object> all(List<? extends Callable<?>> tasks) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(tasks.size());
        CyclicBarrier gate = new CyclicBarrier(tasks.size());
        try {
            List<Future<Object>> futures = new ArrayList<>();
            for (Callable<?> task : tasks)
                futures.add(pool.submit(() -> {
                    gate.await();
                    return task.call();
                }));
            List<Object> results = new ArrayList<>();
            for (Future<Object> f : futures) {
                try {
                    results.add(f.get());
                } catch (ExecutionException e) {
                    results.add(e.getCause());
                }
            }
            return results;
        } finally {
            pool.shutdown();
        }
    }
}

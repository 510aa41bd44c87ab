package io.mtandao.rest.internal.ops;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import org.osgi.service.component.annotations.Component;

/** Counts what this node answers over HTTP, and tells it with the state of the JVM in Prometheus' text format (version 0.0.4). Knows no tenant. */
@Component(service = Metrics.class)
public final class Metrics {
    private static final double[] SECONDS = {0.005, 0.02, 0.1, 0.5, 2, 10};
    private static final double NANOS = 1e9;
    private static final Set<String> VERBS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH");
    private final Map<String, Series> series = new ConcurrentSkipListMap<>();

    /** @param route the template, never the path itself: the number of series stays small */
    public void answered(String method, String route, int status, long nanos) {
        String labels = "method=\"" + (VERBS.contains(method) ? method : "OTHER") + "\",route=\"" + route + "\",status=\"" + status + "\"";
        series.computeIfAbsent(labels, l -> new Series()).add(nanos);
    }

    public String text() {
        StringBuilder out = new StringBuilder(8000);
        jvm(out);
        head(out, "mtandao_http_request_seconds", "histogram", "answered requests and how long they took");
        series.forEach((labels, s) -> s.write(out, labels));
        return out.toString();
    }

    private static void jvm(StringBuilder out) {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        head(out, "jvm_memory_heap_bytes", "gauge", "the Java heap");
        out.append("jvm_memory_heap_bytes{state=\"used\"} ").append(heap.getUsed()).append('\n');
        out.append("jvm_memory_heap_bytes{state=\"committed\"} ").append(heap.getCommitted()).append('\n');
        out.append("jvm_memory_heap_bytes{state=\"max\"} ").append(heap.getMax()).append('\n');
        head(out, "jvm_gc_seconds_total", "counter", "time spent in garbage collection");
        ManagementFactory.getGarbageCollectorMXBeans().forEach(gc ->
            out.append("jvm_gc_seconds_total{gc=\"").append(gc.getName()).append("\"} ").append(gc.getCollectionTime() / 1000.0).append('\n'));
        head(out, "jvm_threads", "gauge", "live threads");
        out.append("jvm_threads ").append(ManagementFactory.getThreadMXBean().getThreadCount()).append('\n');
        head(out, "process_uptime_seconds", "gauge", "time since the JVM started");
        out.append("process_uptime_seconds ").append(ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0).append('\n');
    }

    private static void head(StringBuilder out, String name, String type, String help) {
        out.append("# HELP ").append(name).append(' ').append(help).append("\n# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private static final class Series {
        private final LongAdder count = new LongAdder();
        private final LongAdder nanos = new LongAdder();
        private final LongAdder[] within = new LongAdder[SECONDS.length];

        Series() {
            for (int i = 0; i < within.length; i++) within[i] = new LongAdder();
        }

        void add(long took) {
            for (int i = 0; i < SECONDS.length; i++) if (took <= SECONDS[i] * NANOS) within[i].increment();
            nanos.add(took);
            count.increment();
        }

        void write(StringBuilder out, String labels) {
            String name = "mtandao_http_request_seconds";
            for (int i = 0; i < SECONDS.length; i++) line(out, name + "_bucket{" + labels + ",le=\"" + SECONDS[i] + "\"} ", within[i].sum());
            line(out, name + "_bucket{" + labels + ",le=\"+Inf\"} ", count.sum());
            out.append(name).append("_sum{").append(labels).append("} ").append(nanos.sum() / NANOS).append('\n');
            line(out, name + "_count{" + labels + "} ", count.sum());
        }

        private static void line(StringBuilder out, String name, long value) {
            out.append(name).append(value).append('\n');
        }
    }
}

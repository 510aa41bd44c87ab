package io.mtandao.billing.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured, printed and kept in {@code target/bench}. */
final class Findings {
    private static final double MB = 1024.0 * 1024;
    private final String name;
    private final List<String> lines = new ArrayList<>();
    private long collecting;

    Findings(String name) {
        this.name = name;
        say("== " + name + " (heap at most " + Math.round(Runtime.getRuntime().maxMemory() / MB) + " MB)");
    }

    void say(String line) {
        lines.add(line);
        System.out.println(line);
    }

    /** What the heap holds after a collection; the time for that is not the work's. */
    void heap(int of, long done) {
        long began = System.nanoTime();
        System.gc();
        Runtime r = Runtime.getRuntime();
        say(String.format(Locale.ROOT, "          heap in use after %,d of %,d: %.0f MB", done, of, (r.totalMemory() - r.freeMemory()) / MB));
        collecting += System.nanoTime() - began;
    }

    /** Nanoseconds that {@link #heap} took since the last call. */
    long collecting() {
        long c = collecting;
        collecting = 0;
        return c;
    }

    /** @param sorted nanoseconds, ascending */
    static double millis(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * (sorted.length - 1)))] / 1e6;
    }

    void end() {
        try {
            Path file = Path.of("target", "bench", name.replace(' ', '-') + ".txt");
            Files.createDirectories(file.getParent());
            Files.write(file, lines, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

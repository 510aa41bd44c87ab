package io.mtandao.billing.internal.imports;

import io.mtandao.api.billing.SubscriberImports.Line;
import io.mtandao.api.billing.SubscriberImports.Line.State;
import io.mtandao.api.billing.SubscriberImports.Preview;
import io.mtandao.api.billing.SubscriberImports.Result;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Counts lines by what they came to, and keeps those that somebody wants to see. */
final class Tally {
    private final Map<State, Integer> counts = new EnumMap<>(State.class);
    private final List<Line> bad = new ArrayList<>();
    private final List<Line> good = new ArrayList<>();

    void add(Line line) {
        counts.merge(line.state(), 1, Integer::sum);
        if (line.state() == State.BAD) bad.add(line);
        else if (line.state() != State.SAME) good.add(line);
    }

    void addAll(List<Line> lines) {
        lines.forEach(this::add);
    }

    int of(State state) {
        return counts.getOrDefault(state, 0);
    }

    Line firstBad() {
        return bad.get(0);
    }

    Preview preview(List<String> packages) {
        int total = counts.values().stream().mapToInt(Integer::intValue).sum();
        return new Preview(total, of(State.NEW), of(State.CHANGED), of(State.SAME), of(State.BAD), packages, Stream.concat(bad.stream(), good.stream()).toList());
    }

    Result result(List<String> packages) {
        return new Result(of(State.NEW), of(State.CHANGED), of(State.SAME), of(State.BAD), packages, List.copyOf(bad));
    }
}

package io.mtandao.api;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list, paged by key.
 *
 * @param next cursor of the following page, or null when this is the last one
 */
public record Page<T>(List<T> items, String next) {
    public Page {
        items = List.copyOf(items);
    }

    public <R> Page<R> map(Function<? super T, ? extends R> f) {
        return new Page<>(items.stream().<R>map(f).toList(), next);
    }
}

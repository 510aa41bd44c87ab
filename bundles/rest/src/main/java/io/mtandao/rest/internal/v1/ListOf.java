package io.mtandao.rest.internal.v1;

import io.mtandao.api.Page;
import io.mtandao.rest.internal.edge.Field;
import java.util.List;
import java.util.function.Function;

/** One page. */
public record ListOf<T>(
        @Field(needed = true) List<T> items,
        @Field(eg = "bmFtZQpTR3JhY2UKNDI", help = "send it as cursor for the following page; null: this is the last one") String next) {
    static <A, T> ListOf<T> of(Page<A> page, Function<? super A, ? extends T> view) {
        Page<T> mapped = page.map(view);
        return new ListOf<>(mapped.items(), mapped.next());
    }

    /** All there is, at once. */
    static <A, T> ListOf<T> all(List<A> all, Function<? super A, ? extends T> view) {
        return of(new Page<>(all, null), view);
    }
}

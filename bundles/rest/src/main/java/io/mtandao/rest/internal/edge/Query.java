package io.mtandao.rest.internal.edge;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One query parameter of an operation; what is not declared is refused. Read them by {@link Params}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(Query.All.class)
public @interface Query {
    String value();

    /** String, Long, Boolean, Instant, LocalDate or an enum. */
    Class<?> type() default String.class;

    String help();

    /** Must be given; then with an example. */
    boolean needed() default false;

    String eg() default "";

    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @interface All {
        Query[] value();
    }
}

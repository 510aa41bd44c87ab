package io.mtandao.rest.internal.edge;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The operation answers a list, paged by key: it takes {@code limit} and {@code cursor}, and its {@link Query}s are filters. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Lists {
    /** What {@code q} searches; empty when there is no search. */
    String search() default "";

    /** Names that {@code sort} takes; empty when the order is fixed. */
    String[] sorts() default {};
}

package io.mtandao.rest.internal.edge;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the document and the reader of bodies know about one component of a wire record. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Field {
    /** In a body: must be given and not null. In an answer: never null. */
    boolean needed() default false;

    String help() default "";

    /** An example, as text or JSON; numbers, flags and instants have one of their own. "null" for none. */
    String eg() default "";
}

package io.mtandao.rest.internal.edge;

import io.mtandao.api.Permission;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a resource method does. The filters act on it and the OpenAPI document tells it, so that the two cannot differ. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Operation {
    int KILOBYTE = 1024;
    /** In a location: the id in the answer. */
    String MADE = "{made}";

    /** One sentence for the document. */
    String value();

    /** The caller needs any one of these; when empty, whoever is signed in may. */
    Permission[] needs() default {};

    /** And all of these. */
    Permission[] also() default {};

    /** Of success; 0 for 200, or 204 when there is nothing to answer. */
    int status() default 0;

    /**
     * For 201 and 202: where what was made is found, below /api, with the request's path parameters and {@link #MADE}. Empty for the request's own path
     * followed by the id in the answer.
     */
    String location() default "";

    /** A POST that makes something takes an Idempotency-Key; one that only looks or may be repeated does not. */
    boolean makes() default true;

    /** The answer holds a secret that is shown once: it is not kept for a repetition. */
    boolean shownOnce() default false;

    /** The largest body that is read. */
    int mostBytes() default 1024 * KILOBYTE;
}

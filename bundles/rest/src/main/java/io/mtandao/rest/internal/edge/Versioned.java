package io.mtandao.rest.internal.edge;

/** An answer whose version is its ETag. */
public interface Versioned {
    int version();
}

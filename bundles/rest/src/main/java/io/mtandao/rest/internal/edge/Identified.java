package io.mtandao.rest.internal.edge;

/** An answer that names the thing it tells of; a creation's Location ends in it. */
public interface Identified {
    long id();
}

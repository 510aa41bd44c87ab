package io.mtandao.rest.internal;

import java.util.List;

/** Resources of one part of the trade; there when all the services that they call are. */
interface Area {
    List<Object> resources();
}

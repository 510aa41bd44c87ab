package io.mtandao.rest.internal.v1;

import io.mtandao.rest.internal.edge.Field;

/** Why somebody does it; goes to the audit log. */
public record Reason(@Field(needed = true, eg = "asked for by phone") String reason) {}

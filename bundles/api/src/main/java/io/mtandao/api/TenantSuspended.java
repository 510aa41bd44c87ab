package io.mtandao.api;

/** The ISP is suspended: its dashboard and API are locked, its subscribers' service goes on. */
public final class TenantSuspended extends Problem {
    private static final long serialVersionUID = 1;

    public TenantSuspended() {
        super("this ISP is suspended; ask the platform's operator");
    }
}

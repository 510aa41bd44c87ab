package io.mtandao.billing.internal.rules;

import io.mtandao.api.billing.BillingPolicy.Fuse;

/** Whether so many cuts are too many. */
public final class FuseRule {
    private FuseRule() {}

    /**
     * @param cut within the last 24 hours
     * @param due waiting to be cut now
     * @param served before any of them was cut
     */
    public static boolean blows(Fuse fuse, long cut, long due, long served) {
        long all = cut + due;
        return due > 0 && fuse.percent() < 100 && all > fuse.least() && all * 100 > served * fuse.percent();
    }
}

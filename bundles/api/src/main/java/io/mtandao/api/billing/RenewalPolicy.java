package io.mtandao.api.billing;

/**
 * What a payment buys and when somebody is cut. Fixed for every ISP: who pays early keeps the time that is left (the new period begins at the
 * expiry), and a debt in the wallet is filled before anything is bought. In a package's override null (or -1 for the days) leaves the ISP's choice.
 *
 * @param late where the period begins when it is paid after the cut
 * @param partial what happens to money that does not cover a period
 * @param excess what happens to money that is left after one period was bought
 * @param autoRenew whether the wallet renews before anybody is cut
 * @param graceDays days after the expiry during which a prepaid subscription stays on, 0 to 60
 * @param expiry at which moment of its last day a period of days or longer ends
 */
public record RenewalPolicy(Late late, Partial partial, Excess excess, Boolean autoRenew, int graceDays, ExpiryTime expiry) {
    public static final RenewalPolicy STANDARD = new RenewalPolicy(Late.FROM_NOW, Partial.WAIT, Excess.STAY, true, 0, ExpiryTime.EXACT);
    /** An override that overrides nothing. */
    public static final RenewalPolicy INHERIT = new RenewalPolicy(null, null, null, null, -1, null);

    public enum Late {
        FROM_NOW,
        /** The days without service count as used. */
        FROM_EXPIRY
    }

    public enum Partial {
        /** In the wallet, until it covers a whole period. */
        WAIT,
        /** It buys the part of the period that it covers. */
        BUY_PART
    }

    public enum Excess {
        STAY,
        /** It buys as many further periods as it covers. */
        BUY_FURTHER
    }

    public enum ExpiryTime {
        EXACT,
        /** The last second of the day in the ISP's time zone; periods of minutes and hours stay exact. */
        END_OF_DAY
    }

    /** @param override may be null */
    public RenewalPolicy with(RenewalPolicy override) {
        if (override == null) return this;
        return new RenewalPolicy(override.late != null ? override.late : late, override.partial != null ? override.partial : partial,
            override.excess != null ? override.excess : excess, override.autoRenew != null ? override.autoRenew : autoRenew,
            override.graceDays >= 0 ? override.graceDays : graceDays, override.expiry != null ? override.expiry : expiry);
    }
}

package io.mtandao.api.billing;

import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.Page;
import java.time.Instant;
import java.util.List;

/**
 * The catalogue. Filters: {@code archived}, {@code service}, {@code charging}; sorts: name, price.
 *
 * <p>A package has editions. A bill that was written never changes; a subscription keeps the edition it was sold under until a later one that is
 * meant for everybody holds, which its next period then follows.
 */
public interface Packages {
    Page<InternetPackage> list(Caller caller, ListQuery query);

    InternetPackage get(Caller caller, long id);

    InternetPackage create(Caller caller, Draft draft);

    /** A new edition from now on, for everybody: a new price holds from the next bill on; a new speed or profile goes to the routers. */
    default InternetPackage update(Caller caller, long id, int version, Draft draft) {
        return update(caller, id, version, draft, Edition.Change.NOW_FOR_ALL);
    }

    /**
     * A new edition. Service, charging and currency cannot change while it is in use.
     *
     * @throws io.mtandao.api.Invalid when it is to begin in the past or before an edition that is planned already
     */
    InternetPackage update(Caller caller, long id, int version, Draft draft, Edition.Change change);

    /** All editions, newest first, planned ones among them. */
    List<Edition> editions(Caller caller, long id);

    /** Takes a planned edition back. @throws io.mtandao.api.Conflict when it holds already */
    void cancelEdition(Caller caller, long id, int number);

    /** Deletes what was never sold; archives what was. */
    void delete(Caller caller, long id);

    /** Sells an archived package again. @throws io.mtandao.api.Conflict when another has its name now */
    InternetPackage restore(Caller caller, long id);

    /** @param profile null for the package's name @param terms null for {@link PackageTerms#PLAIN} */
    record Draft(String name, Money price, Period period, int downKbps, int upKbps, String profile, PackageTerms terms) {
        public Draft {
            if (terms == null) terms = PackageTerms.PLAIN;
        }

        public Draft(String name, Money price, Period period, int downKbps, int upKbps, String profile) {
            this(name, price, period, downKbps, upKbps, profile, PackageTerms.PLAIN);
        }
    }

    record Edition(int number, Instant from, boolean forAll, Money price, Period period, int downKbps, int upKbps, String profile, PackageTerms terms, long subscriptions) {
        /** @param from null for now @param forAll false: only what is sold from then on */
        public record Change(Instant from, boolean forAll) {
            public static final Change NOW_FOR_ALL = new Change(null, true);
        }
    }
}

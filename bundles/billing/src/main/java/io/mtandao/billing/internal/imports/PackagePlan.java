package io.mtandao.billing.internal.imports;

import io.mtandao.api.Conflict;
import io.mtandao.api.Money;
import io.mtandao.api.billing.Charging;
import io.mtandao.api.billing.PackageTerms;
import io.mtandao.api.billing.Packages.Draft;
import io.mtandao.api.billing.Period;
import io.mtandao.api.billing.ServiceType;
import io.mtandao.api.router.Routers.Profile;
import io.mtandao.billing.internal.catalogue.Catalogue;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.EditionRow;
import io.mtandao.billing.internal.entity.PackageRow;
import io.mtandao.billing.internal.rules.Speed;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Which packages an import finds, and which it would make: from a spreadsheet with the price that its lines agree on and the speed in the name; from
 * a router with the speed of the profile and without a price, since a router knows none.
 */
final class PackagePlan {
    /** For users on a penalty profile: what they had bought is not known, and nothing is sold to them until staff says. */
    static final String UNKNOWN = "No package yet";
    private static final Period MONTH = new Period(1, Period.Unit.MONTH);
    private final Map<String, Known> known = new HashMap<>();
    private final Map<String, TreeSet<Money>> prices = new HashMap<>();
    private final Map<String, Profile> profiles = new HashMap<>();
    /** Key to name of what is needed and not there, or there without a price that the lines now tell. */
    private final Map<String, String> wanted = new LinkedHashMap<>();
    /** Apart from what was known, because a unit of work that fails is done again from the start. */
    private final Map<String, Known> made = new HashMap<>();
    private final boolean make;
    private final String currency;

    /** @param id 0 while it is to be made */
    record Known(long id, String name, boolean priced, Money price, int edition, Period period, boolean calendar, ServiceType service,
            Charging charging) {
        static Known of(PackageRow p, EditionRow e) {
            return new Known(p.getId(), p.getName(), p.isPriced(), p.getPrice(), e.getNumber(), e.getPeriod(), e.isCalendar(), e.getService(), e.getCharging());
        }
    }

    private PackagePlan(boolean make, String currency) {
        this.make = make;
        this.currency = currency;
    }

    static PackagePlan of(Desk d, List<ImportLine> lines, List<Profile> profiles, boolean make) {
        PackagePlan plan = new PackagePlan(make, d.currency());
        List<PackageRow> sold = d.em().createQuery("select p from PackageRow p where p.liveKey is not null", PackageRow.class).getResultList();
        Map<Long, List<EditionRow>> editions = new Catalogue().editions(d, sold.stream().map(PackageRow::getId).toList());
        for (PackageRow p : sold) plan.known.put(p.getNameKey(), Known.of(p, Catalogue.numbered(editions.get(p.getId()), p.getEdition())));
        for (Profile p : profiles) plan.profiles.put(PackageRow.key(p.name()), p);
        for (ImportLine line : lines)
            if (line.good() && line.service().pack() != null && line.service().price() != null)
                plan.prices.computeIfAbsent(PackageRow.key(line.service().pack()), k -> new TreeSet<>()).add(line.service().price());
        return plan;
    }

    static String name(ImportLine line) {
        return line.service().pack() == null ? UNKNOWN : line.service().pack();
    }

    /** The package of a line; null when it is to be made. */
    Known find(ImportLine line) {
        String key = PackageRow.key(name(line));
        return made.getOrDefault(key, known.get(key));
    }

    /** A line's package, once all that is wanted was made. */
    Known sold(ImportLine line) {
        Known there = find(line);
        if (there == null) throw new Conflict("somebody changed the packages meanwhile; import again");
        return there;
    }

    /** The id of a line's package, once all that is wanted was made. */
    long id(ImportLine line) {
        return sold(line).id();
    }

    /** Why a line cannot have the package that it names, or null. */
    String fault(ImportLine line) {
        Known there = find(line);
        String name = name(line);
        TreeSet<Money> told = prices.getOrDefault(PackageRow.key(name), new TreeSet<>());
        if (there != null && there.service() != ServiceType.PPPOE) return "the package " + there.name() + " is not for PPPoE users; an import brings no others";
        if (there == null && !make) return "there is no package " + name;
        boolean settlesPrice = make && (there == null || !there.priced());
        if (settlesPrice && told.size() > 1)
            return "the lines do not agree on the price of the new package " + name + ": " + String.join(", ", told.stream().map(Money::toString).toList());
        if (there == null && told.isEmpty() && !line.service().fromRouter()) return "the new package " + name + " needs a price on one of its lines";
        Money price = line.service().price();
        if (there != null && there.priced() && price != null && !price.equals(there.price()))
            return "the package " + there.name() + " costs " + there.price() + ", the line says " + price;
        return null;
    }

    /** Notes that a good line needs this package. */
    void want(ImportLine line) {
        Known there = find(line);
        String key = PackageRow.key(name(line));
        boolean nowPriced = there != null && !there.priced() && make && prices.containsKey(key);
        if (there == null || nowPriced) wanted.putIfAbsent(key, there == null ? name(line) : there.name());
    }

    List<String> wanted() {
        return List.copyOf(wanted.values());
    }

    /** Makes what is wanted. @return the names */
    List<String> make(Desk d) {
        made.clear();
        wanted.forEach((key, name) -> {
            Known there = known.get(key);
            made.put(key, there == null ? create(d, key, name) : price(d, there, prices.get(key).first()));
        });
        return made.values().stream().map(Known::name).sorted().toList();
    }

    private Known create(Desk d, String key, String name) {
        TreeSet<Money> told = prices.get(key);
        Profile profile = profiles.get(key);
        boolean onRouter = profile != null && profile.rateLimit() != null;
        Speed speed = onRouter ? Speed.ofRateLimit(profile.rateLimit()) : Speed.inName(name);
        // without it the router would take it away from those who have it
        PackageTerms terms = onRouter ? bursting(Speed.burstOf(profile.rateLimit())) : PackageTerms.PLAIN;
        Money price = told == null ? Money.zero(currency) : told.first();
        PackageRow p = new PackageRow(name);
        d.em().persist(p);
        EditionRow e = new EditionRow(p.getId(), 1, d.now().truncatedTo(ChronoUnit.MICROS), true,
            new Draft(name, price, MONTH, speed.downKbps(), speed.upKbps(), null, terms), told != null);
        d.em().persist(e);
        p.sell(e);
        d.audit("package.import", "package", p.getId(), null, e.told(name));
        return Known.of(p, e);
    }

    private static PackageTerms bursting(PackageTerms.Burst burst) {
        PackageTerms p = PackageTerms.PLAIN;
        return new PackageTerms(p.service(), p.charging(), p.calendar(), p.taxIncluded(), p.taxCode(), burst, p.dataCap(), p.fairUse(), p.deviceLimit(),
            p.hours(), p.installationFee(), p.deposit(), p.trial(), p.policy());
    }

    private static Known price(Desk d, Known there, Money price) {
        PackageRow p = d.find(PackageRow.class, there.id(), "package");
        EditionRow e = new Catalogue().sold(d, p);
        var before = e.told(p.getName());
        e.priceAt(price);
        p.sell(e);
        d.audit("package.import", "package", p.getId(), before, e.told(p.getName()));
        return Known.of(p, e);
    }
}

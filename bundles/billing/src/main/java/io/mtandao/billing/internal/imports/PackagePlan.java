package io.mtandao.billing.internal.imports;

import io.mtandao.api.Conflict;
import io.mtandao.api.Money;
import io.mtandao.api.billing.Packages.Draft;
import io.mtandao.api.billing.Period;
import io.mtandao.api.router.Routers.Profile;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.PackageRow;
import io.mtandao.billing.internal.rules.Speed;
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
    record Known(long id, String name, boolean priced, Money price) {}

    private PackagePlan(boolean make, String currency) {
        this.make = make;
        this.currency = currency;
    }

    static PackagePlan of(Desk d, List<ImportLine> lines, List<Profile> profiles, boolean make) {
        PackagePlan plan = new PackagePlan(make, d.currency());
        for (PackageRow p : d.em().createQuery("select p from PackageRow p where p.liveKey is not null", PackageRow.class).getResultList())
            plan.known.put(p.getNameKey(), new Known(p.getId(), p.getName(), p.isPriced(), p.getPrice()));
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

    /** The id of a line's package, once all that is wanted was made. */
    long id(ImportLine line) {
        Known there = find(line);
        if (there == null) throw new Conflict("somebody changed the packages meanwhile; import again");
        return there.id();
    }

    /** Why a line cannot have the package that it names, or null. */
    String fault(ImportLine line) {
        Known there = find(line);
        String name = name(line);
        TreeSet<Money> told = prices.getOrDefault(PackageRow.key(name), new TreeSet<>());
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
            PackageRow p = there == null ? create(d, key, name) : price(d, there, prices.get(key).first());
            made.put(key, new Known(p.getId(), p.getName(), p.isPriced(), p.getPrice()));
        });
        return made.values().stream().map(Known::name).sorted().toList();
    }

    private PackageRow create(Desk d, String key, String name) {
        TreeSet<Money> told = prices.get(key);
        Profile profile = profiles.get(key);
        Speed speed = profile != null && profile.rateLimit() != null ? Speed.ofRateLimit(profile.rateLimit()) : Speed.inName(name);
        Money price = told == null ? Money.zero(currency) : told.first();
        PackageRow p = new PackageRow(new Draft(name, price, MONTH, speed.downKbps(), speed.upKbps(), null), told != null);
        d.em().persist(p);
        d.audit("package.import", "package", p.getId(), null, p.told());
        return p;
    }

    private static PackageRow price(Desk d, Known there, Money price) {
        PackageRow p = d.find(PackageRow.class, there.id(), "package");
        var before = p.told();
        p.priceAt(price);
        d.audit("package.import", "package", p.getId(), before, p.told());
        return p;
    }
}

package io.mtandao.billing.internal.bill;

import io.mtandao.api.Conflict;
import io.mtandao.api.billing.BillingPolicy;
import io.mtandao.api.billing.PackageTerms;
import io.mtandao.api.billing.RenewalPolicy;
import io.mtandao.billing.internal.catalogue.Catalogue;
import io.mtandao.billing.internal.catalogue.Catalogue.Standing;
import io.mtandao.billing.internal.charge.Charges;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.BillRow;
import io.mtandao.billing.internal.entity.DiscountRow;
import io.mtandao.billing.internal.entity.EditionRow;
import io.mtandao.billing.internal.entity.ItemRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.rules.ChargeRule;
import io.mtandao.billing.internal.rules.ChargeRule.Price;
import io.mtandao.billing.internal.rules.ExpiryText;
import io.mtandao.billing.internal.rules.PeriodEnd.Rhythm;
import io.mtandao.billing.internal.rules.Quote;
import io.mtandao.billing.internal.rules.RenewalRule;
import io.mtandao.billing.internal.rules.RenewalRule.Span;
import io.mtandao.billing.internal.rules.TaxTable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that must be known to bill a set of subscriptions, read by a constant number of queries. What is written meanwhile is kept in step here, so that
 * nothing is read twice in one unit of work.
 */
public final class Sheet {
    private final Desk d;
    private final BillingPolicy policy;
    private final TaxTable taxes;
    private final Map<Long, Standing> standing;
    private final Map<Long, PackageTerms> terms = new HashMap<>();
    private final Map<Long, String> names;
    private final Map<Long, List<ItemRow>> items;
    private final Map<Long, List<DiscountRow>> discounts;
    private final Map<Long, BillRow> open;
    private final Map<Long, EditionRow> soldBefore = new HashMap<>();

    /** @param standing by subscription @param names of packages @param open the unpaid prepaid bill of a period, by subscription */
    Sheet(Desk d, BillingPolicy policy, TaxTable taxes, Map<Long, Standing> standing, Map<Long, String> names, Map<Long, List<ItemRow>> items,
            Map<Long, List<DiscountRow>> discounts, Map<Long, BillRow> open) {
        this.d = d;
        this.policy = policy;
        this.taxes = taxes;
        this.standing = new HashMap<>(standing);
        this.names = names;
        this.items = new HashMap<>(items);
        this.discounts = new HashMap<>(discounts);
        this.open = new HashMap<>(open);
    }

    public BillingPolicy policy() {
        return policy;
    }

    public TaxTable taxes() {
        return taxes;
    }

    public EditionRow edition(SubscriptionRow s) {
        return standing.get(s.getId()).edition();
    }

    /** The edition in another rhythm to which a running postpaid period is to turn. */
    Optional<EditionRow> turning(SubscriptionRow s) {
        return Optional.ofNullable(standing.get(s.getId()).turning());
    }

    void turned(SubscriptionRow s) {
        standing.putAll(new Catalogue().standing(d, List.of(s)));
    }

    public PackageTerms terms(SubscriptionRow s) {
        EditionRow e = edition(s);
        return terms.computeIfAbsent(e.getId(), id -> e.getTerms());
    }

    public String packageName(SubscriptionRow s) {
        return names.get(s.getPackageId());
    }

    public RenewalPolicy renewal(SubscriptionRow s) {
        return policy.renewal().with(terms(s).policy());
    }

    public Rhythm rhythm(SubscriptionRow s) {
        EditionRow sold = soldBefore.get(s.getId());
        if (sold != null) return new Rhythm(sold.getPeriod(), sold.getTerms().calendar(), renewal(s).expiry());
        return new Rhythm(edition(s).getPeriod(), terms(s).calendar(), renewal(s).expiry());
    }

    /** What a bill was written for is what its money buys, in whatever rhythm its package is sold meanwhile. */
    Rhythm rhythm(SubscriptionRow s, BillRow bill) {
        EditionRow e = edition(s);
        if (bill.getPackageId() == e.getPackageId() && bill.getEdition() == e.getNumber()) return rhythm(s);
        EditionRow sold = new Catalogue().edition(d, bill.getPackageId(), bill.getEdition());
        return new Rhythm(sold.getPeriod(), sold.isCalendar(), renewal(s).expiry());
    }

    /** The period that is bought next is that of an edition that was sold before, whichever it stands under now. */
    void inAdvance(SubscriptionRow s, EditionRow sold) {
        soldBefore.put(s.getId(), sold);
    }

    public Optional<BillRow> open(SubscriptionRow s) {
        return Optional.ofNullable(open.get(s.getId())).filter(b -> b.getState() == io.mtandao.api.billing.Bill.State.OPEN);
    }

    void opened(SubscriptionRow s, BillRow bill) {
        open.put(s.getId(), bill);
    }

    List<ItemRow> items(SubscriptionRow s) {
        return items.getOrDefault(s.getId(), List.of());
    }

    /** A bill was taken back: its items wait again, and its discounts count for another. */
    void released(SubscriptionRow s, List<ItemRow> waiting) {
        List<ItemRow> all = new java.util.ArrayList<>(items(s));
        waiting.stream().filter(i -> !all.contains(i)).forEach(all::add);
        items.put(s.getId(), all);
        discounts.putAll(new Charges().discounts(d, List.of(s.getId())));
    }

    List<DiscountRow> discounts(SubscriptionRow s) {
        return discounts.getOrDefault(s.getId(), List.of());
    }

    /** What it costs is known, and in the ISP's currency. */
    public boolean isPriced(SubscriptionRow s) {
        return s.getOwnPrice() != null || edition(s).isPriced();
    }

    /** @throws Conflict saying what is wrong with the price */
    void requirePrice(SubscriptionRow s) {
        if (!isPriced(s)) throw new Conflict("the package " + packageName(s) + " has no price yet");
        String currency = edition(s).getPrice().currency();
        if (s.getOwnPrice() == null && !currency.equals(d.currency())) throw new Conflict("the package " + packageName(s) + " has a price in " + currency);
    }

    /** The period that would be bought now. */
    public Span next(SubscriptionRow s) {
        return next(s, rhythm(s));
    }

    /** The period that an open bill would buy now. */
    Span next(SubscriptionRow s, BillRow bill) {
        return next(s, rhythm(s, bill));
    }

    private Span next(SubscriptionRow s, Rhythm rhythm) {
        return RenewalRule.next(s.getState(), s.getExpiresAt(), s.getAnchor(), rhythm, renewal(s).late(), d.zone(), d.now());
    }

    public Price price(SubscriptionRow s) {
        PackageTerms t = terms(s);
        return new Price(s.getOwnPrice() != null ? s.getOwnPrice() : edition(s).getPriceMinor(), t.taxIncluded(), t.taxCode());
    }

    public Quote quote(SubscriptionRow s, Span span) {
        return quote(s, span, span.to());
    }

    /** Of a period that ends before its time. */
    Quote quote(SubscriptionRow s, Span span, Instant until) {
        return quote(s, price(s), span, until, packageName(s));
    }

    /** At another price, of another package. */
    Quote quoteOf(SubscriptionRow s, Price price, Span span, String name) {
        return quote(s, price, span, span.to(), name);
    }

    private Quote quote(SubscriptionRow s, Price price, Span span, Instant until, String name) {
        return ChargeRule.quote(price, span, until, text(name, span.from(), until), items(s).stream().filter(ItemRow::isOpen).map(Charges::item).toList(),
            discounts(s).stream().filter(DiscountRow::isOpen).map(Charges::discount).toList(), taxes, d.today());
    }

    String text(SubscriptionRow s, Instant from, Instant to) {
        return text(packageName(s), from, to);
    }

    private String text(String name, Instant from, Instant to) {
        return name + ", " + ExpiryText.onBill(from, d.zone()) + " to " + ExpiryText.onBill(to, d.zone());
    }
}

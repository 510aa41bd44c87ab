package io.mtandao.billing.internal.kit;

import io.mtandao.api.billing.AddOns;
import io.mtandao.api.billing.BillRuns;
import io.mtandao.api.billing.BillingPolicies;
import io.mtandao.api.billing.Bills;
import io.mtandao.api.billing.Coupons;
import io.mtandao.api.billing.CustomFields;
import io.mtandao.api.billing.CutOffs;
import io.mtandao.api.billing.Extras;
import io.mtandao.api.billing.Figures;
import io.mtandao.api.billing.Ledger;
import io.mtandao.api.billing.Packages;
import io.mtandao.api.billing.ShadowBilling;
import io.mtandao.api.billing.SubscriberImports;
import io.mtandao.api.billing.Subscribers;
import io.mtandao.api.billing.Subscriptions;
import io.mtandao.api.billing.Taxes;
import io.mtandao.api.billing.Usage;
import io.mtandao.api.work.JobHandler;
import io.mtandao.api.work.Jobs;
import io.mtandao.billing.internal.bill.BillBook;
import io.mtandao.billing.internal.bill.BillRunner;
import io.mtandao.billing.internal.bill.ChangeBills;
import io.mtandao.billing.internal.bill.ChunkWork;
import io.mtandao.billing.internal.bill.Corrections;
import io.mtandao.billing.internal.bill.Debts;
import io.mtandao.billing.internal.bill.Deposits;
import io.mtandao.billing.internal.bill.JpaBillRuns;
import io.mtandao.billing.internal.bill.JpaBills;
import io.mtandao.billing.internal.bill.LateFees;
import io.mtandao.billing.internal.bill.Postpaid;
import io.mtandao.billing.internal.bill.Prepayment;
import io.mtandao.billing.internal.bill.Purchase;
import io.mtandao.billing.internal.bill.Renewals;
import io.mtandao.billing.internal.bill.RunChunkJob;
import io.mtandao.billing.internal.bill.RunPreview;
import io.mtandao.billing.internal.bill.Sale;
import io.mtandao.billing.internal.bill.Sheets;
import io.mtandao.billing.internal.bill.Undoing;
import io.mtandao.billing.internal.books.Books;
import io.mtandao.billing.internal.catalogue.Catalogue;
import io.mtandao.billing.internal.catalogue.EditionBook;
import io.mtandao.billing.internal.catalogue.EditionJob;
import io.mtandao.billing.internal.catalogue.JpaPackages;
import io.mtandao.billing.internal.catalogue.PackageChangedJob;
import io.mtandao.billing.internal.charge.Charges;
import io.mtandao.billing.internal.charge.Discounts;
import io.mtandao.billing.internal.charge.ExtraItems;
import io.mtandao.billing.internal.charge.JpaAddOns;
import io.mtandao.billing.internal.charge.JpaCoupons;
import io.mtandao.billing.internal.charge.JpaExtras;
import io.mtandao.billing.internal.charge.JpaTaxes;
import io.mtandao.billing.internal.clock.BillingClock;
import io.mtandao.billing.internal.clock.CutOffForecast;
import io.mtandao.billing.internal.clock.Dunning;
import io.mtandao.billing.internal.clock.Expiry;
import io.mtandao.billing.internal.clock.Fuses;
import io.mtandao.billing.internal.clock.JpaCutOffs;
import io.mtandao.billing.internal.desk.BillingDesk;
import io.mtandao.billing.internal.desk.Elsewhere;
import io.mtandao.billing.internal.figures.JpaFigures;
import io.mtandao.billing.internal.imports.SheetAndRouterImports;
import io.mtandao.billing.internal.ledger.DoubleEntryLedger;
import io.mtandao.billing.internal.life.Alarms;
import io.mtandao.billing.internal.life.Life;
import io.mtandao.billing.internal.policy.JpaBillingPolicies;
import io.mtandao.billing.internal.policy.Policies;
import io.mtandao.billing.internal.shadow.JpaShadowBilling;
import io.mtandao.billing.internal.subscriber.JpaCustomFields;
import io.mtandao.billing.internal.subscriber.JpaSubscribers;
import io.mtandao.billing.internal.subscription.Delivery;
import io.mtandao.billing.internal.subscription.JpaSubscriptions;
import io.mtandao.billing.internal.subscription.PackageChange;
import io.mtandao.billing.internal.subscription.PppoePasswords;
import io.mtandao.billing.internal.subscription.Purchases;
import io.mtandao.billing.internal.subscription.RouterLink;
import io.mtandao.billing.internal.subscription.Schedule;
import io.mtandao.billing.internal.subscription.SubscriptionEditor;
import io.mtandao.billing.internal.subscription.SubscriptionSteps;
import io.mtandao.billing.internal.usage.JpaUsage;
import io.mtandao.billing.internal.usage.TopUps;
import io.mtandao.billing.internal.work.FormerAlarms;
import io.mtandao.billing.internal.work.LedgerNight;
import io.mtandao.billing.internal.work.OldReadings;
import io.mtandao.billing.internal.work.OverdueSweep;
import io.mtandao.persistence.SecretBox;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** All the components of billing, put together by hand as Declarative Services does it. */
public final class Parts {
    /** The tests' clock sleeps until it is rung for, since time goes by in leaps there. */
    private static final Duration FOR_EVER = Duration.ofDays(36_500);
    public final Books books = new Books();
    public final Subscribers subscribers;
    public final CustomFields customFields;
    public final Packages packages;
    public final Subscriptions subscriptions;
    public final Bills bills;
    public final BillRuns runs;
    public final BillingPolicies policies;
    public final Ledger ledger;
    public final CutOffs cutOffs;
    public final LedgerNight night;
    public final Figures figures;
    public final SubscriberImports imports;
    public final AddOns addOns;
    public final Coupons coupons;
    public final Extras extras;
    public final ShadowBilling shadow;
    public final Taxes taxes;
    public final Usage usage;
    public final List<JobHandler> handlers;
    /** What other bundles keep; nothing, unless a test says so. */
    public final Elsewhere elsewhere = new Elsewhere();

    public Parts(BillingDesk desk, Jobs jobs, SecretBox secrets, Clock clock, RouterLink link) {
        this(desk, jobs, secrets, clock, link, FOR_EVER);
    }

    /** @param soon how long the clock may sleep */
    public Parts(BillingDesk desk, Jobs jobs, SecretBox secrets, Clock clock, RouterLink link, Duration soon) {
        Alarms alarms = new Alarms(jobs, soon);
        Life life = new Life();
        Charges charges = new Charges();
        Catalogue catalogue = new Catalogue();
        Policies rules = new Policies();
        Sheets sheets = new Sheets(catalogue, charges, rules);
        BillBook billBook = new BillBook(books, charges, alarms);
        Corrections corrections = new Corrections(books, charges, rules);
        Debts debts = new Debts(billBook, sheets, life, alarms, rules);
        Purchase purchase = new Purchase(billBook, corrections, life, alarms);
        Renewals renewals = new Renewals(books, billBook, sheets, purchase, debts);
        Postpaid postpaid = new Postpaid(billBook, debts, alarms);
        PppoePasswords passwords = new PppoePasswords(secrets);
        ChangeBills changeBills = new ChangeBills(billBook, corrections, sheets, renewals);
        PackageChange change = new PackageChange(books, billBook, corrections, changeBills, catalogue, sheets, postpaid, alarms);
        SubscriptionSteps steps = new SubscriptionSteps(books, billBook, corrections, sheets, renewals, postpaid, life, alarms);
        Schedule schedule = new Schedule(books, steps, change, alarms);
        ChunkWork work = new ChunkWork(books, sheets, billBook, purchase, postpaid, debts);
        BillRunner runner = new BillRunner(desk, work, jobs);
        Expiry expiry = new Expiry(books, sheets, renewals, postpaid, schedule, life, alarms);
        Dunning dunning = new Dunning(books, rules, new LateFees(billBook, sheets, debts), sheets, postpaid, life, alarms);
        EditionBook editions = new EditionBook(jobs, elsewhere);
        subscribers = new JpaSubscribers(desk, books, elsewhere);
        customFields = new JpaCustomFields(desk);
        packages = new JpaPackages(desk, editions, elsewhere);
        subscriptions = new JpaSubscriptions(desk, new SubscriptionEditor(books, catalogue, charges, change, life, alarms, link, passwords), steps, change, schedule,
            new Purchases(books, renewals, new Prepayment(books, sheets, purchase, corrections, catalogue), steps), new Delivery(catalogue, passwords), new Deposits(books, debts, billBook));
        bills = new JpaBills(desk, books, sheets, purchase, new Undoing(corrections, debts, billBook, sheets, life, alarms), runner);
        runs = new JpaBillRuns(desk, runner, work, new RunPreview(desk, sheets));
        policies = new JpaBillingPolicies(desk, rules);
        ledger = new DoubleEntryLedger(desk, books, renewals);
        cutOffs = new JpaCutOffs(desk, new CutOffForecast(sheets, rules), rules, link, jobs);
        night = new LedgerNight(desk, books, ledger, new OldReadings(desk), jobs);
        figures = new JpaFigures(desk);
        addOns = new JpaAddOns(desk);
        coupons = new JpaCoupons(desk);
        extras = new JpaExtras(desk, books, new ExtraItems(), new Discounts(), catalogue);
        shadow = new JpaShadowBilling(desk, catalogue, charges);
        taxes = new JpaTaxes(desk);
        usage = new JpaUsage(desk, books, catalogue, new TopUps(charges, new Sale(billBook, rules)), alarms);
        imports = new SheetAndRouterImports(desk, books, life, alarms, passwords, link);
        handlers = List.of(new BillingClock(desk, schedule, expiry, dunning, new Fuses(rules), alarms), new RunChunkJob(runner), new EditionJob(desk, editions),
            new OverdueSweep(desk, jobs, night, alarms, clock), new PackageChangedJob(desk), night, new FormerAlarms.Expire(), new FormerAlarms.Warn());
    }
}

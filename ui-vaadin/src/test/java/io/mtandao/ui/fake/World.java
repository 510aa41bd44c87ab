package io.mtandao.ui.fake;

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
import io.mtandao.api.billing.Papers;
import io.mtandao.api.billing.ShadowBilling;
import io.mtandao.api.billing.SubscriberImports;
import io.mtandao.api.billing.Subscribers;
import io.mtandao.api.billing.Subscriptions;
import io.mtandao.api.billing.Taxes;
import io.mtandao.api.billing.Usage;
import io.mtandao.api.extension.CallbackInbox;
import io.mtandao.api.messaging.Messages;
import io.mtandao.api.payment.Payments;
import io.mtandao.api.router.Routers;
import io.mtandao.api.tenant.ApiKeys;
import io.mtandao.api.tenant.AuditLog;
import io.mtandao.api.tenant.MailConfirmation;
import io.mtandao.api.tenant.OperatorAccounts;
import io.mtandao.api.tenant.Operators;
import io.mtandao.api.tenant.Registrations;
import io.mtandao.api.tenant.Sessions;
import io.mtandao.api.tenant.Settings;
import io.mtandao.api.tenant.Staff;
import io.mtandao.api.voucher.Vouchers;
import io.mtandao.ui.boot.Services;
import io.mtandao.ui.fake.FakeTenant.FakeApiKeys;
import io.mtandao.ui.fake.FakeTenant.FakeAudit;
import io.mtandao.ui.fake.FakeTenant.FakeConfirmation;
import io.mtandao.ui.fake.FakeTenant.FakeOperators;
import io.mtandao.ui.fake.FakeTenant.FakeRegistrations;
import io.mtandao.ui.fake.FakeTenant.FakeSettings;
import io.mtandao.ui.fake.FakeTenant.FakeStaff;
import java.time.Clock;

/** All services as fakes behind spies: an ISP with subscribers, or ({@link #empty}) one that has just registered. */
public final class World {
    public final FakeSessions fakeSessions = new FakeSessions();
    public final FakeSettings fakeSettings = new FakeSettings();
    public final FakeStaff fakeStaff = new FakeStaff();
    public final FakeOperators fakeOperators = new FakeOperators(fakeSessions);
    public final FakeBilling billing = new FakeBilling();
    public final FakeCatalogue catalogue = new FakeCatalogue(billing);
    public final FakeBills fakeBills = new FakeBills(billing);
    public final FakeTaxes fakeTaxes = new FakeTaxes();
    public final FakeAddOns fakeAddOns = new FakeAddOns();
    public final FakeCoupons fakeCoupons = new FakeCoupons();
    public final FakePolicies fakePolicies = new FakePolicies();
    public final FakeFields fakeFields = new FakeFields();
    public final FakeRuns fakeRuns = new FakeRuns(billing);
    public final FakeCuts fakeCuts = new FakeCuts();
    public final FakeSubscribers fakeSubscribers = new FakeSubscribers(billing);
    public final FakeSubscriptions fakeSubscriptions = new FakeSubscriptions(billing);
    public final FakeExtras fakeExtras = new FakeExtras(billing, fakeAddOns.all);
    public final FakeVouchers fakeVouchers = new FakeVouchers(billing);
    public final FakeMoney money = new FakeMoney(billing);
    public final FakeNetwork network = new FakeNetwork(billing);
    public final FakeMessages fakeMessages = new FakeMessages();
    public final FakePlugins fakePlugins = new FakePlugins();
    public final FakeInbox fakeInbox = new FakeInbox();
    public final FakeImports fakeImports = new FakeImports();

    public final Spy<Registrations> registrations = new Spy<>(Registrations.class, new FakeRegistrations(fakeSessions));
    public final Spy<Sessions> sessions = new Spy<>(Sessions.class, fakeSessions);
    public final Spy<Staff> staff = new Spy<>(Staff.class, fakeStaff);
    public final Spy<MailConfirmation> confirmation = new Spy<>(MailConfirmation.class, new FakeConfirmation());
    public final Spy<ApiKeys> apiKeys = new Spy<>(ApiKeys.class, new FakeApiKeys());
    public final Spy<Settings> settings = new Spy<>(Settings.class, fakeSettings);
    public final Spy<AuditLog> audit = new Spy<>(AuditLog.class, new FakeAudit());
    public final Spy<Operators> operators = new Spy<>(Operators.class, fakeOperators);
    public final Spy<OperatorAccounts> operatorAccounts = new Spy<>(OperatorAccounts.class, new FakeOperatorAccounts());
    public final Spy<Subscribers> subscribers = new Spy<>(Subscribers.class, fakeSubscribers);
    public final Spy<SubscriberImports> imports = new Spy<>(SubscriberImports.class, fakeImports);
    public final Spy<Packages> packages = new Spy<>(Packages.class, catalogue);
    public final Spy<Subscriptions> subscriptions = new Spy<>(Subscriptions.class, fakeSubscriptions);
    public final Spy<Extras> extras = new Spy<>(Extras.class, fakeExtras);
    public final Spy<Usage> usage = new Spy<>(Usage.class, fakeExtras.new FakeUsage());
    public final Spy<Vouchers> vouchers = new Spy<>(Vouchers.class, fakeVouchers);
    public final Spy<Bills> bills = new Spy<>(Bills.class, fakeBills);
    public final Spy<Ledger> ledger = new Spy<>(Ledger.class, new FakeLedger(billing));
    public final Spy<Figures> figures = new Spy<>(Figures.class, billing.new FakeFigures());
    public final Spy<Taxes> taxes = new Spy<>(Taxes.class, fakeTaxes);
    public final Spy<AddOns> addOns = new Spy<>(AddOns.class, fakeAddOns);
    public final Spy<Coupons> coupons = new Spy<>(Coupons.class, fakeCoupons);
    public final Spy<BillingPolicies> policies = new Spy<>(BillingPolicies.class, fakePolicies);
    public final Spy<CustomFields> customFields = new Spy<>(CustomFields.class, fakeFields);
    public final Spy<BillRuns> billRuns = new Spy<>(BillRuns.class, fakeRuns);
    public final Spy<CutOffs> cutOffs = new Spy<>(CutOffs.class, fakeCuts);
    public final Spy<Papers> papers = new Spy<>(Papers.class, new FakePapers());
    public final Spy<ShadowBilling> shadow = new Spy<>(ShadowBilling.class, new FakeShadow(billing));
    public final Spy<Payments> payments = new Spy<>(Payments.class, money);
    public final Spy<Routers> routers = new Spy<>(Routers.class, network);
    public final Spy<Messages> messages = new Spy<>(Messages.class, fakeMessages);
    public final Spy<io.mtandao.api.extension.Plugins> plugins = new Spy<>(io.mtandao.api.extension.Plugins.class, fakePlugins);
    public final Spy<CallbackInbox> inbox = new Spy<>(CallbackInbox.class, fakeInbox);

    private World() {}

    public static World empty() {
        return new World();
    }

    public static World full() {
        World w = new World();
        w.billing.fill(240);
        w.billing.books.fill();
        w.fakeBills.fill();
        w.catalogue.fill();
        w.fakeTaxes.fill();
        w.fakeAddOns.fill();
        w.fakeCoupons.fill();
        w.fakePolicies.fill();
        w.fakeFields.fill();
        w.fakeRuns.fill();
        w.fakeCuts.fill(w.billing);
        w.money.fill();
        w.network.fill();
        w.fakeMessages.fill();
        w.fakePlugins.fill();
        w.fakeInbox.fill();
        return w;
    }

    /** {@link #full}, and of everything that can be, at least one. */
    public static World varied() {
        return vary(full());
    }

    public static World vary(World w) {
        new Variety(w).fill();
        return w;
    }

    public Services services() {
        return new Services(registrations.service(), sessions.service(), staff.service(), confirmation.service(), apiKeys.service(), settings.service(), audit.service(), operators.service(), operatorAccounts.service(), subscribers.service(),
            imports.service(), packages.service(), subscriptions.service(), extras.service(), usage.service(), vouchers.service(), bills.service(), ledger.service(), figures.service(), taxes.service(),
            addOns.service(), coupons.service(), policies.service(), customFields.service(), billRuns.service(), cutOffs.service(), papers.service(), shadow.service(),
            payments.service(), routers.service(), messages.service(), plugins.service(), inbox.service(), Clock.systemUTC());
    }
}

package io.mtandao.ui.boot;

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
import io.mtandao.api.extension.Plugins;
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
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Every service of the api by its type, for the {@link UiInstantiator}, which hands them to the constructors of views. The long constructor is the
 * point: the UI is there when all of them are, and there is no other place in the bundle where a service is looked up.
 */
@Component(service = Services.class)
public final class Services {
    private final Map<Class<?>, Object> byType = new HashMap<>();

    @Activate
    public Services(
            @Reference Registrations registrations,
            @Reference Sessions sessions,
            @Reference Staff staff,
            @Reference MailConfirmation confirmation,
            @Reference ApiKeys apiKeys,
            @Reference Settings settings,
            @Reference AuditLog audit,
            @Reference Operators operators,
            @Reference OperatorAccounts operatorAccounts,
            @Reference Subscribers subscribers,
            @Reference SubscriberImports imports,
            @Reference Packages packages,
            @Reference Subscriptions subscriptions,
            @Reference Extras extras,
            @Reference Usage usage,
            @Reference Vouchers vouchers,
            @Reference Bills bills,
            @Reference Ledger ledger,
            @Reference Figures figures,
            @Reference Taxes taxes,
            @Reference AddOns addOns,
            @Reference Coupons coupons,
            @Reference BillingPolicies policies,
            @Reference CustomFields customFields,
            @Reference BillRuns billRuns,
            @Reference CutOffs cutOffs,
            @Reference Papers papers,
            @Reference ShadowBilling shadow,
            @Reference Payments payments,
            @Reference Routers routers,
            @Reference Messages messages,
            @Reference Plugins plugins,
            @Reference CallbackInbox callbacks,
            @Reference Clock clock) {
        put(Registrations.class, registrations);
        put(Sessions.class, sessions);
        put(Staff.class, staff);
        put(MailConfirmation.class, confirmation);
        put(ApiKeys.class, apiKeys);
        put(Settings.class, settings);
        put(AuditLog.class, audit);
        put(Operators.class, operators);
        put(OperatorAccounts.class, operatorAccounts);
        put(Subscribers.class, subscribers);
        put(SubscriberImports.class, imports);
        put(Packages.class, packages);
        put(Subscriptions.class, subscriptions);
        put(Extras.class, extras);
        put(Usage.class, usage);
        put(Vouchers.class, vouchers);
        put(Bills.class, bills);
        put(Ledger.class, ledger);
        put(Figures.class, figures);
        put(Taxes.class, taxes);
        put(AddOns.class, addOns);
        put(Coupons.class, coupons);
        put(BillingPolicies.class, policies);
        put(CustomFields.class, customFields);
        put(BillRuns.class, billRuns);
        put(CutOffs.class, cutOffs);
        put(Papers.class, papers);
        put(ShadowBilling.class, shadow);
        put(Payments.class, payments);
        put(Routers.class, routers);
        put(Messages.class, messages);
        put(Plugins.class, plugins);
        put(CallbackInbox.class, callbacks);
        put(Clock.class, clock);
    }

    private <T> void put(Class<T> type, T service) {
        byType.put(type, service);
    }

    /** @throws IllegalArgumentException when it is not a service of the api */
    public <T> T get(Class<T> type) {
        Object service = byType.get(type);
        if (service == null) throw new IllegalArgumentException("no service " + type.getName());
        return type.cast(service);
    }
}

package io.mtandao.ui.subscriber;

import io.mtandao.api.billing.Bills;
import io.mtandao.api.billing.CustomFields;
import io.mtandao.api.billing.Ledger;
import io.mtandao.api.billing.Packages;
import io.mtandao.api.billing.Subscribers;
import io.mtandao.api.billing.Subscriptions;
import io.mtandao.api.extension.Plugins;
import io.mtandao.api.messaging.Messages;
import io.mtandao.api.payment.Payments;
import io.mtandao.api.router.Routers;

/** All that the page of one subscriber shows comes from here; the one view that needs this many. */
public record SubscriberServices(Subscribers subscribers, CustomFields customFields, Subscriptions subscriptions, Packages packages, Bills bills, Ledger ledger, Payments payments,
    Routers routers, Messages messages, Plugins plugins) {}

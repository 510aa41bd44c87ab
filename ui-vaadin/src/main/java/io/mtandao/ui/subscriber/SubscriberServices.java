package io.mtandao.ui.subscriber;

import io.mtandao.api.billing.Bills;
import io.mtandao.api.billing.CustomFields;
import io.mtandao.api.billing.Ledger;
import io.mtandao.api.billing.Subscribers;
import io.mtandao.api.extension.Plugins;
import io.mtandao.api.messaging.Messages;
import io.mtandao.api.payment.Payments;
import io.mtandao.ui.subscription.SubscriptionServices;

/** All that the page of one subscriber shows comes from here; the one view that needs this many. */
public record SubscriberServices(Subscribers subscribers, CustomFields customFields, Bills bills, Ledger ledger, Payments payments, Messages messages,
    Plugins plugins, SubscriptionServices used) {}

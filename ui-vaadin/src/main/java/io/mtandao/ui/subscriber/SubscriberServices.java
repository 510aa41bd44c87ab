package io.mtandao.ui.subscriber;

import io.mtandao.api.billing.Bills;
import io.mtandao.api.billing.CustomFields;
import io.mtandao.api.billing.Subscribers;
import io.mtandao.api.extension.Plugins;
import io.mtandao.api.messaging.Messages;
import io.mtandao.api.payment.Payments;
import io.mtandao.api.voucher.Vouchers;
import io.mtandao.ui.subscription.SubscriptionServices;
import io.mtandao.ui.wallet.WalletServices;

/** All that the page of one subscriber shows comes from here; the one view that needs this many. */
public record SubscriberServices(Subscribers subscribers, CustomFields customFields, Bills bills, Payments payments, Messages messages, Plugins plugins,
    Vouchers vouchers, SubscriptionServices used, WalletServices wallet) {}

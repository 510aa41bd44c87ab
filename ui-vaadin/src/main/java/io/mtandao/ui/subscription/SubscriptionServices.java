package io.mtandao.ui.subscription;

import io.mtandao.api.billing.AddOns;
import io.mtandao.api.billing.Extras;
import io.mtandao.api.billing.Packages;
import io.mtandao.api.billing.Subscribers;
import io.mtandao.api.billing.Subscriptions;
import io.mtandao.api.billing.Usage;
import io.mtandao.api.router.Routers;

/** All that what a subscriber uses is shown from and changed by. */
public record SubscriptionServices(Subscribers subscribers, Subscriptions subscriptions, Packages packages, Routers routers, Extras extras, AddOns addOns, Usage usage) {}

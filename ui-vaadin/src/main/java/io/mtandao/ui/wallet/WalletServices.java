package io.mtandao.ui.wallet;

import io.mtandao.api.billing.Ledger;
import io.mtandao.api.billing.Papers;
import io.mtandao.api.billing.Subscribers;
import io.mtandao.api.extension.Plugins;

/** All that a wallet is shown from and moved by. */
public record WalletServices(Ledger ledger, Papers papers, Subscribers subscribers, Plugins plugins) {}

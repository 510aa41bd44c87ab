package io.mtandao.ui.ledger;

import static io.mtandao.ui.kit.Texts.t;

import io.mtandao.ui.kit.PayMethods;
import io.mtandao.ui.kit.Texts;

/** What an account of the ledger is called, and what is in it. Those of a kind ({@code money:mpesa}, {@code tax:default}) share their explanation. */
final class AccountText {
    private AccountText() {}

    static String name(String account) {
        int colon = account.indexOf(':');
        if (colon < 0) return Texts.orElse(account, "account." + account);
        String own = account.substring(colon + 1);
        String kind = Texts.orElse(null, "account." + account.substring(0, colon));
        return kind == null ? account : kind + ": " + (own.equals("default") ? t("taxes.codeOwn") : PayMethods.name(own));
    }

    static String meaning(String account) {
        int colon = account.indexOf(':');
        return Texts.orElse("", "accountText." + (colon < 0 ? account : account.substring(0, colon)));
    }
}

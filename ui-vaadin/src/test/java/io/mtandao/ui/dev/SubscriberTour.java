package io.mtandao.ui.dev;

import java.util.Map;

/** The pages about subscribers, what they use, their wallets, and vouchers. */
final class SubscriberTour {
    private SubscriberTour() {}

    static void addTo(Map<String, Tour.Step> all) {
        all.put("who-", s -> {
            s.signIn("owner");
            s.page("subscribers");
            s.shot("who-list");
            s.click("subscribers-new");
            s.shot("who-new");
            s.page("subscriber/1");
            s.click("tab-about");
            s.tall("who-about");
            menu(s, "subscriber-more", "subscriber-edit");
            s.shot("who-edit");
            s.js("document.querySelectorAll('.form-section').forEach(d => d.open = true); document.getElementById('sub-payer').scrollIntoView()");
            s.shot("who-edit-below");
            s.js("document.getElementById('sub-section-contacts').scrollIntoView()");
            s.shot("who-edit-contacts");
        });
        all.put("use-", s -> {
            s.signIn("owner");
            for (int id : new int[] {1, 4, 6, 8, 13, 16}) {
                s.page("subscriber/" + id);
                s.shot("use-card-" + id);
            }
            s.page("subscription/1");
            s.tall("use-page");
            s.click("subscription-1-change-package");
            combo(s, "change-package", "Fibre");
            s.shot("use-change");
            s.page("subscription/16");
            s.tall("use-hotspot");
            s.click("usage-top-up");
            s.shot("use-top-up");
            s.page("subscription/242");
            s.click("subscription-242-activate");
            s.shot("use-activate");
            s.page("subscription/241");
            s.click("subscription-241-activate");
            s.shot("use-activate-trial");
            s.page("subscription/7");
            menu(s, "subscription-7-more", "subscription-7-move-expiry");
            s.click("expiry-week");
            s.shot("use-expiry");
            s.page("subscription/7");
            s.click("scheduled-new");
            s.shot("use-schedule");
            s.page("subscription/7");
            s.click("item-add");
            s.shot("use-item");
            s.page("subscription/7");
            s.click("discount-add");
            s.shot("use-discount");
            s.page("subscription/7");
            s.click("own-price");
            s.shot("use-own-price");
            s.page("subscriber/13");
            s.click("subscription-13-edit");
            s.shot("use-edit-static");
        });
        all.put("wallet-", s -> {
            s.signIn("owner");
            s.page("subscriber/1");
            s.click("tab-ledger");
            s.tall("wallet");
            s.click("wallet-adjust");
            s.type("adjust-amount", "1250");
            s.shot("wallet-adjust");
            s.page("subscriber/2");
            s.click("tab-ledger");
            s.shot("wallet-paid-for");
            s.page("subscriber/1");
            s.click("tab-ledger");
            s.click("wallet-refund");
            s.shot("wallet-refund");
            s.page("subscriber/1");
            s.click("tab-ledger");
            s.click("wallet-transfer");
            s.shot("wallet-transfer");
            s.page("subscriber/1");
            s.click("tab-statement");
            s.tall("wallet-statement");
        });
        all.put("vouchers", s -> {
            s.signIn("owner");
            s.page("vouchers");
            s.shot("vouchers");
            s.click("vouchers-new");
            s.type("batch-count", "200");
            combo(s, "batch-package", "Hotspot");
            s.shot("vouchers-new");
            s.page("voucher-batch/1");
            s.shot("vouchers-batch");
            Tour.row(s, "codes-grid");
            s.shot("vouchers-code");
            s.page("voucher-search");
            s.type("voucher-find", "0712023757");
            s.click("voucher-find-submit");
            s.shot("vouchers-search");
            s.page("voucher-report");
            s.shot("vouchers-report");
            s.page("vouchers");
            s.click("voucher-redeem");
            s.type("redeem-code", "RGK7-M39X");
            s.shot("vouchers-redeem");
        });
        all.put("kiswahili", s -> {
            s.forget();
            s.page("sign-in");
            s.click("public-language");
            Shots.sleep(1500);
            s.signIn("owner");
            s.page("subscribers");
            s.shot("kiswahili-subscribers");
            s.page("subscription/1");
            s.tall("kiswahili-subscription");
            s.page("vouchers");
            s.click("vouchers-new");
            s.shot("kiswahili-vouchers-new");
            s.forget();
        });
    }

    private static void menu(Shots s, String bar, String item) {
        s.js("document.getElementById(arguments[0]).querySelector('vaadin-menu-bar-button').click()", bar);
        s.settle();
        s.click(item);
    }

    private static void combo(Shots s, String id, String typed) {
        s.type(id, typed);
    }
}

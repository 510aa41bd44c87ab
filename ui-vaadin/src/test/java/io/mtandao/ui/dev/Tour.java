package io.mtandao.ui.dev;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The pages worth a picture, and how to get each into its most telling state. */
final class Tour {
    @FunctionalInterface
    interface Step {
        void take(Shots s) throws Exception;
    }

    private Tour() {}

    static Map<String, Step> of(Shots shots) {
        Map<String, Step> all = new LinkedHashMap<>();
        all.put("public", s -> {
            s.page("register");
            s.type("reg-isp-name", "Thika Fibre");
            s.type("reg-email", "njeri");
            s.tall("public-register");
            s.page("sign-in");
            s.shot("public-sign-in");
            s.page("forgot");
            s.shot("public-forgot");
            s.page("reset/abc");
            s.shot("public-reset");
            s.page("verify?token=abc");
            s.click("verify-submit");
            s.shot("public-verify");
        });
        all.put("dashboard", s -> {
            s.signIn("owner");
            s.page("");
            s.tall("dashboard");
        });
        all.put("subscribers", s -> {
            s.signIn("owner");
            s.page("subscribers");
            s.shot("subscribers");
            s.page("subscribers?state=CANCELLED");
            s.shot("subscribers-empty");
            s.page("subscribers");
            s.click("subscribers-new");
            s.type("sub-phone", "12");
            s.shot("subscribers-new");
        });
        all.put("subscriber-", s -> {
            s.signIn("owner");
            s.page("subscriber/3");
            s.shot("subscriber-card");
            for (String tab : new String[] {"bills", "payments", "ledger", "messages", "network"}) {
                s.page("subscriber/1");
                s.click("tab-" + tab);
                s.shot("subscriber-" + tab);
            }
            s.page("subscriber/3");
            s.click("pay-now");
            s.shot("subscriber-pay");
            s.click("pay-submit");
            s.shot("subscriber-pay-waiting");
            Shots.sleep(6000);
            s.shot("subscriber-pay-online");
            s.click("cash-receive");
            s.type("cash-amount", "12.345");
            s.shot("subscriber-cash");
            s.page("subscriber/2");
            s.click("subscription-new");
            s.shot("subscriber-subscription");
        });
        all.put("import", s -> {
            s.signIn("owner");
            s.page("import");
            s.shot("import-1");
            Path csv = Path.of("target/import.csv");
            Files.write(csv, Files.readAllLines(Path.of("/work/shared/data/subscribers.csv")).subList(0, 30));
            Files.write(csv, java.util.List.of(",0712", ",0713"), java.nio.file.StandardOpenOption.APPEND);
            org.openqa.selenium.WebElement input = (org.openqa.selenium.WebElement) s.js(
                "const u = document.getElementById('import-upload'); return u.querySelector('input[type=file]') || u.shadowRoot.querySelector('input[type=file]')");
            input.sendKeys(csv.toAbsolutePath().toString());
            Shots.sleep(1500);
            s.shot("import-1-received");
            s.click("import-next");
            s.tall("import-2");
            s.click("import-next");
            s.shot("import-3");
            s.click("import-run");
            s.shot("import-4");
        });
        all.put("packages", s -> {
            s.signIn("owner");
            s.page("packages");
            s.shot("packages");
            s.click("packages-new");
            s.type("package-price", "abc");
            s.tall("packages-new");
            s.page("package/5");
            s.js("document.querySelectorAll('details').forEach(d => d.open = true)");
            s.tall("packages-terms");
            s.page("package/2");
            s.tall("packages-editions");
            s.click("package-save");
            s.shot("packages-change");
        });
        all.put("catalogue", s -> {
            s.signIn("owner");
            s.page("taxes");
            s.shot("catalogue-taxes");
            row(s, "taxes-grid");
            s.shot("catalogue-tax");
            s.page("add-ons");
            s.shot("catalogue-add-ons");
            s.click("add-ons-new");
            s.shot("catalogue-add-on");
            s.page("coupons");
            s.shot("catalogue-coupons");
            s.click("coupons-new");
            s.shot("catalogue-coupon");
        });
        all.put("bills", s -> {
            s.signIn("owner");
            s.page("bills");
            s.shot("bills");
            s.page("bills?overdue=true");
            s.shot("bills-overdue");
            row(s, "bills-grid");
            s.shot("bills-one");
            s.click("bill-credit");
            s.shot("bills-credit");
            s.page("bills?overdue=true");
            row(s, "bills-grid");
            s.click("bill-link");
            s.shot("bills-link");
        });
        all.put("runs", s -> {
            s.signIn("owner");
            s.page("bill-runs");
            s.tall("runs");
            row(s, "forecast-grid");
            s.shot("runs-forecast");
            s.page("bill-runs");
            row(s, "parked-grid");
            s.shot("runs-parked");
            s.page("bill-runs");
            s.click("run-start");
            s.shot("runs-confirm");
            s.click("confirm-yes");
            s.shot("runs-running");
        });
        all.put("cuts", s -> {
            s.signIn("owner");
            s.page("cut-offs");
            s.js("document.querySelectorAll('details').forEach(d => d.open = true)");
            s.shot("cuts");
            s.click("fuse-2-reset");
            s.shot("cuts-reset");
        });
        all.put("books", s -> {
            s.signIn("owner");
            s.page("ledger");
            s.tall("books");
            s.page("shadow-billing");
            s.click("shadow-add");
            s.type("shadow-tax", "18");
            s.shot("books-shadow-form");
            s.click("shadow-0-remove");
            s.js("const f = document.getElementById('shadow-from'); f.value = new Date(Date.now() - 70 * 864e5).toISOString().slice(0, 10)");
            s.click("shadow-compare");
            s.tall("books-shadow");
        });
        all.put("payments", s -> {
            s.signIn("owner");
            s.page("payments");
            s.shot("payments");
            row(s, "payments-grid");
            s.shot("payments-one");
            s.page("unmatched");
            s.shot("unmatched");
            row(s, "unmatched-grid");
            s.shot("unmatched-assign");
        });
        all.put("routers", s -> {
            s.signIn("owner");
            s.page("routers");
            s.shot("routers");
            row(s, "routers-grid");
            s.click("router-test");
            s.shot("routers-test");
            s.page("routers");
            s.click("routers-new");
            s.type("router-name", "Kahawa");
            s.type("router-host", "10.8.0.4");
            s.type("router-user", "mtandao");
            s.type("router-password", "x");
            s.shot("routers-new");
            s.click("router-save");
            s.shot("routers-fingerprint");
        });
        all.put("plugins", s -> {
            s.signIn("owner");
            s.page("plugins");
            s.tall("plugins");
            s.click("plugin-mpesa-configure");
            s.shot("plugins-configure");
        });
        all.put("messages", s -> {
            s.signIn("owner");
            s.page("messages");
            s.shot("messages");
            row(s, "messages-grid");
            s.shot("messages-one");
            s.page("templates");
            s.shot("messages-templates");
            s.click("template-payment-received-edit");
            s.shot("messages-template");
        });
        all.put("staff", s -> {
            s.signIn("owner");
            s.page("staff");
            s.shot("staff");
            row(s, "staff-grid");
            s.shot("staff-one");
            s.click("staff-link");
            s.shot("staff-link");
            s.page("staff");
            s.click("staff-new");
            s.shot("staff-new");
        });
        all.put("keys", s -> {
            s.signIn("owner");
            s.page("api-keys");
            s.shot("keys");
            s.click("api-keys-new");
            s.type("api-key-name", "Accounting");
            s.js("document.getElementById('scope-bills-read').click()");
            s.shot("keys-new");
            s.click("api-key-save");
            s.shot("keys-made");
        });
        all.put("settings", s -> {
            s.signIn("owner");
            s.page("settings");
            s.tall("settings");
            s.js("const c = document.getElementById('settings-colour'); c.value = '#b3261e'; c.dispatchEvent(new Event('change', {bubbles: true}))");
            s.shot("settings-red");
            s.page("billing-settings");
            s.tall("settings-billing");
            s.page("subscriber-fields");
            s.shot("settings-fields");
            s.click("fields-new");
            s.shot("settings-field");
            s.page("profile");
            s.shot("settings-profile");
        });
        all.put("audit", s -> {
            s.signIn("owner");
            s.page("audit");
            s.shot("audit");
            row(s, "audit-grid");
            s.shot("audit-one");
            s.page("callbacks");
            s.shot("audit-callbacks");
            row(s, "callbacks-grid");
            s.shot("audit-callback");
        });
        all.put("swahili", s -> {
            s.forget();
            s.page("sign-in");
            s.click("public-language");
            Shots.sleep(1500);
            s.shot("swahili-sign-in");
            s.signIn("owner");
            s.page("");
            s.tall("swahili-dashboard");
            s.page("subscriber/1");
            s.shot("swahili-subscriber");
            s.page("plugins");
            s.shot("swahili-plugins");
            s.js("const m = document.getElementById('user-menu'); m.querySelector('vaadin-menu-bar-button').click()");
            s.shot("swahili-menu");
            s.page("nowhere");
            s.shot("swahili-lost");
        });
        all.put("z-operator", s -> {
            s.forget();
            s.page("operator/sign-in");
            s.type("operator-email", "amina@mtandao.io");
            s.type("operator-password", io.mtandao.ui.fake.FakeSessions.PASSWORD);
            s.shot("operator-sign-in");
            s.click("operator-submit");
            s.shot("operator");
            s.page("operator/operators");
            s.shot("operator-operators");
            s.page("operator/audit");
            s.shot("operator-audit");
            s.page("operator");
            row(s, "isps-grid");
            s.shot("operator-isp");
            s.click("isp-impersonate");
            s.type("reason", "ticket 4711: bills look wrong");
            s.shot("operator-act");
            s.click("isp-impersonate-submit");
            s.shot("operator-acting");
            if ((Boolean) s.js("return innerWidth < 600")) {
                s.js("document.querySelector('vaadin-drawer-toggle').click()");
                s.shot("operator-drawer");
            }
        });
        SubscriberTour.addTo(all);
        return all;
    }

    static void row(Shots s, String grid) {
        s.js("const g = document.getElementById(arguments[0]); const c = [...g.querySelectorAll('vaadin-grid-cell-content')].filter(c => c.getBoundingClientRect().height > 0 && c.textContent.trim()); "
            + "const first = c.find(x => { const slot = x.assignedSlot; return slot && slot.parentElement.part.contains('body-cell'); }); first.click();", grid);
        s.settle();
    }
}

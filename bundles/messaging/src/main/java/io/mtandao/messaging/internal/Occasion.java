package io.mtandao.messaging.internal;

import io.mtandao.api.NotFound;
import java.util.LinkedHashMap;
import java.util.Map;

/** When the platform writes to a subscriber by itself: the words a template may use (with an example each) and the words an ISP starts with. */
enum Occasion {
    PAYMENT_RECEIVED("payment-received",
        "Dear {{name}}, we received {{amount}} (receipt {{receipt}}) for account {{account}}. Your service runs until {{expires}}. Balance {{balance}}. {{isp}}",
        "Ndugu {{name}}, tumepokea {{amount}} (risiti {{receipt}}) kwa akaunti {{account}}. Huduma yako ni hadi {{expires}}. Salio {{balance}}. {{isp}}"),
    ABOUT_TO_EXPIRE("about-to-expire",
        "Dear {{name}}, your {{package}} ends on {{expires}}. Pay {{price}} to account {{account}} to stay online. {{isp}}",
        "Ndugu {{name}}, {{package}} yako inaisha {{expires}}. Lipa {{price}} kwa akaunti {{account}} uendelee kuwa mtandaoni. {{isp}}"),
    /** A debt was written. The link stands last everywhere, for it may be empty. */
    BILL_ISSUED("bill-issued",
        "Dear {{name}}, your bill {{number}} is {{total}}. Please pay {{amount}} to account {{account}} by {{due}}. {{isp}} {{link}}",
        "Ndugu {{name}}, bili yako {{number}} ni {{total}}. Tafadhali lipa {{amount}} kwa akaunti {{account}} kabla ya {{due}}. {{isp}} {{link}}"),
    /** Before the due date, and on it. */
    BILL_DUE("bill-due",
        "Dear {{name}}, bill {{number}} is due on {{due}}. Please pay {{amount}} to account {{account}}. {{isp}} {{link}}",
        "Ndugu {{name}}, mwisho wa kulipa bili {{number}} ni {{due}}. Tafadhali lipa {{amount}} kwa akaunti {{account}}. {{isp}} {{link}}"),
    BILL_OVERDUE("bill-overdue",
        "Dear {{name}}, bill {{number}} was due on {{due}}. Pay {{amount}} to account {{account}} to stay online. {{isp}} {{link}}",
        "Ndugu {{name}}, muda wa kulipa bili {{number}} uliisha {{due}}. Lipa {{amount}} kwa akaunti {{account}} uendelee kuwa mtandaoni. {{isp}} {{link}}"),
    BILL_SUSPENDED("bill-suspended",
        "Dear {{name}}, your {{package}} is off, for bill {{number}} was due on {{due}}. Pay {{amount}} to account {{account}} and it is on again. "
            + "{{isp}} {{link}}",
        "Ndugu {{name}}, {{package}} yako imezimwa kwa kuwa muda wa kulipa bili {{number}} uliisha {{due}}. Lipa {{amount}} kwa akaunti {{account}} nayo "
            + "itawashwa. {{isp}} {{link}}"),
    MESSAGE("message", "{{text}}", "{{text}}");

    private final String code;
    private final String english;
    private final String swahili;

    Occasion(String code, String english, String swahili) {
        this.code = code;
        this.english = english;
        this.swahili = swahili;
    }

    String code() {
        return code;
    }

    String start(String language) {
        return "sw".equals(language) ? swahili : english;
    }

    static Occasion ofCode(String code) {
        for (Occasion o : values()) if (o.code.equals(code)) return o;
        throw new NotFound("template");
    }

    /** Word to example. */
    Map<String, String> words() {
        Map<String, String> w = new LinkedHashMap<>();
        w.put("name", "Grace Muthoni");
        w.put("account", "MT1000");
        w.put("isp", "Savanna Net");
        w.put("support", "+254700000000");
        if (this == MESSAGE) {
            w.put("text", "Maintenance tonight from 22:00 to 23:00.");
            return w;
        }
        w.put("package", "Home 10M");
        w.put("price", "KES 2,000.00");
        w.put("expires", "22 Dec 2026 10:15");
        switch (this) {
            case PAYMENT_RECEIVED -> {
                w.put("amount", "KES 2,000.00");
                w.put("receipt", "TKM1ABCDE2");
                w.put("balance", "KES 0.00");
            }
            case BILL_ISSUED, BILL_DUE, BILL_OVERDUE, BILL_SUSPENDED -> {
                w.put("number", "B-000123");
                w.put("total", "KES 2,000.00");
                w.put("amount", "KES 2,000.00");
                w.put("due", "15 Dec 2026");
                w.put("link", "https://isp.example/papers/AmsxAAAA");
            }
            default -> {}
        }
        return w;
    }

    /** Those of all occasions, for a preview that does not know of which one it is. */
    static Map<String, String> allWords() {
        Map<String, String> all = new LinkedHashMap<>();
        for (Occasion o : values()) o.words().forEach(all::putIfAbsent);
        return all;
    }
}

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
        if (this == PAYMENT_RECEIVED) {
            w.put("amount", "KES 2,000.00");
            w.put("receipt", "TKM1ABCDE2");
            w.put("balance", "KES 0.00");
        }
        return w;
    }
}

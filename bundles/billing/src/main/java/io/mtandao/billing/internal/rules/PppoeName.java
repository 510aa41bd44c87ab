package io.mtandao.billing.internal.rules;

import io.mtandao.api.Invalid;
import java.util.Locale;

/** A PPPoE user name: routers tell case apart, people do not, so two that differ in case only are one. */
public final class PppoeName {
    public static final int MOST = 64;

    private PppoeName() {}

    /** @throws Invalid on the field {@code pppoeUser} */
    public static String checked(String typed) {
        String name = typed.strip();
        Invalid.Check c = new Invalid.Check().notBlank(name, "pppoeUser", MOST);
        c.that(name.codePoints().noneMatch(Character::isISOControl), "pppoeUser", "must not contain control characters").orThrow();
        return name;
    }

    public static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}

package io.mtandao.billing.internal.desk;

import io.mtandao.api.billing.Dependents;
import java.util.List;

/** Binds what other bundles offer, as Declarative Services does. */
public final class Bound {
    private Bound() {}

    public static void to(Elsewhere elsewhere, Dependents... all) {
        elsewhere.dependents = List.of(all);
    }
}

package io.mtandao.demo.internal;

import io.mtandao.api.Money;
import io.mtandao.api.billing.Packages;
import io.mtandao.api.billing.Period;

/** What both ISPs sell, by the month. */
enum DemoPackage {
    LITE_3("Lite 3M", 1_000, 3),
    HOME_5("Home 5M", 1_500, 5),
    HOME_10("Home 10M", 2_000, 10),
    HOME_15("Home 15M", 2_500, 15),
    BIZ_30("Biz 30M", 6_500, 30);

    final String title;
    private final long shillings;
    private final int megabits;

    DemoPackage(String title, long shillings, int megabits) {
        this.title = title;
        this.shillings = shillings;
        this.megabits = megabits;
    }

    Packages.Draft draft() {
        return new Packages.Draft(title, Money.of(shillings * 100, "KES"), new Period(1, Period.Unit.MONTH), megabits * 1_000, megabits * 1_000, null);
    }
}

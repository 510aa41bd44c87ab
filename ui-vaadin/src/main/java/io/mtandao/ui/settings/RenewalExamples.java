package io.mtandao.ui.settings;

import static io.mtandao.ui.kit.Texts.t;

import io.mtandao.api.Money;
import io.mtandao.api.billing.RenewalPolicy.Excess;
import io.mtandao.api.billing.RenewalPolicy.ExpiryTime;
import io.mtandao.api.billing.RenewalPolicy.Late;
import io.mtandao.api.billing.RenewalPolicy.Partial;
import io.mtandao.ui.kit.Formats;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/** What each choice of a renewal policy would do to somebody whose month at 2,000 expires in a few days: a sentence each. */
final class RenewalExamples {
    private static final int LATE_DAYS = 4;
    private final Formats formats;
    private final ZonedDateTime expiry;
    private final Money price;

    RenewalExamples(LocalDate today, Formats formats) {
        this.formats = formats;
        expiry = today.plusDays(3).atTime(LocalTime.of(14, 30)).atZone(formats.zone());
        price = Money.ofMajor(BigDecimal.valueOf(2000), formats.currency());
    }

    String late(Late choice) {
        ZonedDateTime paid = expiry.plusDays(LATE_DAYS);
        ZonedDateTime until = (choice == Late.FROM_NOW ? paid : expiry).plusMonths(1);
        return t(choice == Late.FROM_NOW ? "example.lateFromNow" : "example.lateFromExpiry", day(expiry), day(paid), day(until));
    }

    String partial(Partial choice) {
        Money half = Money.of(price.minor() / 2, price.currency());
        if (choice == Partial.WAIT) return t("example.partialWait", formats.money(price), formats.money(half));
        ZonedDateTime until = expiry.plus(Duration.between(expiry, expiry.plusMonths(1)).dividedBy(2));
        return t("example.partialBuy", formats.money(price), formats.money(half), day(expiry), day(until));
    }

    String excess(Excess choice) {
        Money paid = Money.of(price.minor() * 5 / 2, price.currency());
        int months = choice == Excess.STAY ? 1 : 2;
        return t(choice == Excess.STAY ? "example.excessStay" : "example.excessBuy", formats.money(price), formats.money(paid), day(expiry.plusMonths(months)),
            formats.money(paid.minus(price.times(months))));
    }

    String auto(boolean choice) {
        return t(choice ? "example.autoYes" : "example.autoNo", day(expiry), formats.money(price));
    }

    String grace(int days) {
        return days == 0 ? t("example.graceNone", time(expiry)) : t("example.grace", day(expiry), time(expiry.plusDays(days)));
    }

    String expiry(ExpiryTime choice) {
        return t("example.expiry", time(expiry.minusMonths(1)), choice == ExpiryTime.EXACT ? time(expiry) : day(expiry) + ", 23:59");
    }

    private String day(ZonedDateTime at) {
        return formats.day(at.toInstant());
    }

    private String time(ZonedDateTime at) {
        return formats.time(at.toInstant());
    }
}

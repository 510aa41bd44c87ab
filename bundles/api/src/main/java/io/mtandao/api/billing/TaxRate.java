package io.mtandao.api.billing;

import java.time.LocalDate;

/**
 * A tax while it holds. Several rates may share a code as long as their dates do not overlap; code {@code default} takes the place of the rate in the ISP's settings.
 *
 * @param percentHundredths 1600 for 16 %
 * @param from first day, in the ISP's zone
 * @param until last day, or null
 */
public record TaxRate(long id, int version, String code, String name, int percentHundredths, LocalDate from, LocalDate until) {}

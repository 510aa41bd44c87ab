package io.mtandao.billing.internal.rules;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.mtandao.api.Invalid;

/**
 * Phone numbers in any spelling of the ISP's country, kept as E.164. The length is checked, not the number range: regulators open new ranges faster
 * than libraries are updated, and a subscriber must not be refused for that.
 */
public final class PhoneNumbers {
    private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();

    private PhoneNumbers() {}

    /**
     * @param region ISO 3166 code of the country that numbers without country code belong to
     * @return E.164, or null when nothing was typed
     * @throws Invalid on the field {@code phone}
     */
    public static String e164(String typed, String region) {
        if (typed == null || typed.isBlank()) return null;
        try {
            PhoneNumber number = UTIL.parse(typed.strip(), region);
            if (number.hasExtension()) throw Invalid.field("phone", "must be one number without an extension");
            switch (UTIL.isPossibleNumberWithReason(number)) {
                case IS_POSSIBLE -> {
                    return UTIL.format(number, PhoneNumberFormat.E164);
                }
                case TOO_LONG -> throw Invalid.field("phone", "is too long for a phone number");
                case INVALID_COUNTRY_CODE -> throw Invalid.field("phone", "has no known country code");
                default -> throw Invalid.field("phone", "is too short for a phone number");
            }
        } catch (NumberParseException e) {
            throw Invalid.field("phone", "is not a phone number");
        }
    }

    /** The digits of an E.164 number as people type them: with the country code and with the leading zero of the country. */
    static String digitForms(String e164) {
        try {
            PhoneNumber number = UTIL.parse(e164, null);
            return e164.substring(1) + " " + UTIL.format(number, PhoneNumberFormat.NATIONAL).replaceAll("[^0-9]", "");
        } catch (NumberParseException e) {
            return e164;
        }
    }
}

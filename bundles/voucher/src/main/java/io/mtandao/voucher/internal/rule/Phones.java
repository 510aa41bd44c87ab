package io.mtandao.voucher.internal.rule;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.mtandao.api.Invalid;

/** Phone numbers as people type them. */
public final class Phones {
    private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();

    private Phones() {}

    /**
     * @param region of numbers without country code, ISO 3166
     * @return E.164, or null when nothing was typed
     * @throws Invalid on the field {@code phone}
     */
    public static String e164(String typed, String region) {
        if (typed == null || typed.isBlank()) return null;
        try {
            // 00 for a country code is typed everywhere, also where the telephone network wants 000 (Kenya)
            PhoneNumber number = UTIL.parse(typed.strip().replaceFirst("^0{2,3}(?=[1-9])", "+"), region);
            // the length only: regulators open new ranges faster than libraries are updated
            if (UTIL.isPossibleNumber(number) && !number.hasExtension()) return UTIL.format(number, PhoneNumberFormat.E164);
        } catch (NumberParseException e) {
            throw Invalid.field("phone", "is not a phone number");
        }
        throw Invalid.field("phone", "is not a complete phone number");
    }
}

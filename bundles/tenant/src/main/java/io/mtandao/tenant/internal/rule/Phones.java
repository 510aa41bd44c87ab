package io.mtandao.tenant.internal.rule;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import io.mtandao.api.Invalid;

/** Phone numbers in any spelling of a country, kept as E.164. */
public final class Phones {
    private Phones() {}

    /** @return E.164, or null when the text is empty or wrong; when it is wrong the field says so */
    public static String toE164(Invalid.Check check, String field, String text, String country) {
        if (text == null || text.isBlank()) return null;
        PhoneNumberUtil util = PhoneNumberUtil.getInstance();
        try {
            var number = util.parse(text.strip(), country);
            if (util.isValidNumber(number)) return util.format(number, PhoneNumberFormat.E164);
        } catch (NumberParseException e) {
            // told below like any other wrong number
        }
        check.that(false, field, "not a phone number of this country; write it with + and the country's code");
        return null;
    }
}

package io.mtandao.payment.internal.rule;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.mtandao.api.Invalid;

/** Phone numbers as people type them and as providers tell them. */
public final class Phones {
    private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();

    /** Country code and three digits more: fewer tell nobody apart. */
    private static final int LEAST_SHOWN = 6;

    private Phones() {}

    /**
     * @param region of numbers without country code, ISO 3166
     * @return E.164
     * @throws Invalid on the field {@code phone}
     */
    public static String e164(String typed, String region) {
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

    /** Whether both are whole numbers: some providers mask or hash what they tell. */
    public static boolean bothTold(String a, String b) {
        return told(a) && told(b);
    }

    private static boolean told(String phone) {
        return phone != null && phone.matches("\\+?[0-9]{9,15}");
    }

    public static boolean same(String a, String b) {
        return digits(a).equals(digits(b));
    }

    /** Whether what a provider tells, in full or masked (25470****149), can be this number. A hash or nothing cannot. */
    public static boolean mayBe(String phone, String told) {
        if (told(told)) return same(phone, told);
        int first = told == null ? -1 : told.indexOf('*');
        if (first < 0) return false;
        String whole = digits(phone), head = digits(told.substring(0, first)), tail = told.substring(told.lastIndexOf('*') + 1);
        return head.length() + tail.length() >= LEAST_SHOWN && whole.startsWith(head) && whole.endsWith(tail);
    }

    private static String digits(String phone) {
        return phone.startsWith("+") ? phone.substring(1) : phone;
    }

    /** For lists and receipts: the middle is nobody's business. */
    public static String masked(String phone) {
        if (!told(phone)) return phone;
        return phone.substring(0, phone.length() - 7) + "****" + phone.substring(phone.length() - 3);
    }
}

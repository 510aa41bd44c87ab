package io.mtandao.voucher.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class VoucherCodePropertyTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String BETWEEN = " -\u2013\u2014\u2010\u00a0\u200b\t\u2212\u00ad";

    @Provide
    Arbitrary<String> prefixes() {
        return Arbitraries.strings().withCharRange('A', 'Z').withCharRange('0', '9').ofMaxLength(8);
    }

    @Property
    void aCodeHasItsPrefixItsLengthAndLettersThatNobodyMixesUp(@ForAll("prefixes") String prefix, @ForAll @IntRange(min = 8, max = 16) int length) {
        String code = VoucherCode.make(RANDOM, prefix, length), bare = VoucherCode.bare(code);
        assertThat(bare).startsWith(prefix).hasSize(prefix.length() + length);
        assertThat(bare.substring(prefix.length())).matches("[" + VoucherCode.ALPHABET + "]+");
        for (String group : (prefix.isEmpty() ? code : code.substring(prefix.length() + 1)).split("-")) assertThat(group).hasSizeBetween(3, 4);
    }

    @Property
    void aCodeIsTheSameInAnyCaseWithAnythingBetweenItsLettersAndWithLookAlikes(@ForAll("prefixes") String prefix,
        @ForAll @IntRange(min = 8, max = 16) int length, @ForAll Random random) {
        String code = VoucherCode.make(RANDOM, prefix, length);
        StringBuilder typed = new StringBuilder();
        for (char c : VoucherCode.bare(code).toCharArray()) {
            while (random.nextInt(3) == 0) typed.append(BETWEEN.charAt(random.nextInt(BETWEEN.length())));
            char meant = random.nextBoolean() ? lookAlike(c) : c;
            typed.append(random.nextBoolean() ? Character.toLowerCase(meant) : meant);
        }
        assertThat(VoucherCode.key(typed.toString())).isEqualTo(VoucherCode.key(code));
    }

    private static char lookAlike(char c) {
        return switch (c) {
            case '2' -> 'Z';
            case '5' -> 'S';
            case '8' -> 'B';
            case 'V' -> 'U';
            case '0' -> 'O';
            case '1' -> 'L';
            case 'O' -> '0';
            case 'I' -> '1';
            default -> c;
        };
    }

    /** Reading look-alikes as one must never make two codes of one length the same. */
    @Property
    void twoCodesThatDifferStayDifferent(@ForAll @IntRange(min = 8, max = 16) int length) {
        String one = VoucherCode.make(RANDOM, "", length), other = VoucherCode.make(RANDOM, "", length);
        assertThat(VoucherCode.key(one)).isEqualTo(VoucherCode.bare(one));
        assertThat(VoucherCode.key(one).equals(VoucherCode.key(other))).isEqualTo(one.equals(other));
    }

    @Property
    void anythingCanBeReadAndReadingTwiceIsReadingOnce(@ForAll @StringLength(max = 20) String typed) {
        String key = VoucherCode.key(typed);
        assertThat(VoucherCode.key(key)).isEqualTo(key);
        assertThat(key).doesNotContainAnyWhitespaces().doesNotContain("-");
    }

    @Example
    void theAlphabetHasNoTwoThatLookAlike() {
        assertThat(VoucherCode.ALPHABET).hasSize(26).matches("[0-9A-Z]+").doesNotContainPattern("[01OQIL]");
        for (String pair : List.of("2Z", "5S", "8B", "VU"))
            assertThat(pair.chars().filter(c -> VoucherCode.ALPHABET.indexOf(c) >= 0)).as(pair).hasSize(1);
    }

    @Example
    void everyLetterComesAtEveryPlaceAboutAsOften() {
        int[][] seen = new int[8][128];
        for (int i = 0; i < 26_000; i++) {
            String code = VoucherCode.bare(VoucherCode.make(RANDOM, "", 8));
            for (int place = 0; place < 8; place++) seen[place][code.charAt(place)]++;
        }
        // 1000 expected, standard deviation 31: eight of them is never reached by chance
        for (int[] place : seen) for (char c : VoucherCode.ALPHABET.toCharArray()) assertThat(place[c]).isBetween(750, 1250);
    }

    @Example
    void aHundredThousandOfTwelveLettersAllDiffer() {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 100_000; i++) codes.add(VoucherCode.make(RANDOM, "", 12));
        assertThat(codes).hasSize(100_000);
    }
}

package io.mtandao.billing.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SearchWordsTest {
    @Test
    void nameAccountPhoneMailAndPlaceHaveTheirWords() {
        assertThat(SearchWords.of("grace ng'ang'a mt1001 mt-1001 254712345678 0712345678 akinyi.w@example.com acacia court b4"))
            .containsExactlyInAnyOrder("grace", "ng'ang'a", "ang'a", "mt1001", "mt-1001", "1001", "254712345678", "0712345678", "712345678", "5678",
                "akinyi.w@example.com", "w@example.com", "acacia", "court", "b4");
    }

    @Test
    void whatBeginsAnotherWordNeedsNoneOfItsOwn() {
        assertThat(SearchWords.of("ann anna annabel 1001 1001")).containsExactly("1001", "annabel");
    }

    @Test
    void aNumberMayBeTypedWithoutLeadingZeros() {
        assertThat(SearchWords.of("a0000123 0077")).containsExactlyInAnyOrder("a0000123", "0000123", "123", "0077", "77");
        assertThat(SearchWords.typed("0712 345-678")).containsExactly("0712345678");
        assertThat(SearchWords.typed("+254 712")).containsExactly("254712");
    }

    @Test
    void wordsAreTypedInAnyOrderAndCaseTheLongestNarrowsFirst() {
        assertThat(SearchWords.typed(" gra  MUTHONI gra (100% ")).containsExactly("muthoni", "100%", "gra");
        assertThat(SearchWords.typed("%_!")).isEmpty();
    }

    @Test
    void longWordsAreCutOnBothSides() {
        String longer = "a".repeat(SearchWords.LONGEST + 5);
        assertThat(SearchWords.of(longer)).isEqualTo(SearchWords.typed(longer)).containsExactly("a".repeat(SearchWords.LONGEST));
        String halfOfALetter = "a".repeat(SearchWords.LONGEST - 1) + "\ud835\udc00b";
        assertThat(SearchWords.of(halfOfALetter)).containsExactly("a".repeat(SearchWords.LONGEST - 1));
    }

    @Test
    void everyTypedWordMustBeginOne() {
        String text = "grace wanjiru mt-1001 0712345678";
        assertThat(SearchWords.begin(text, SearchWords.typed("wan gra"))).isTrue();
        assertThat(SearchWords.begin(text, SearchWords.typed("1001 grace"))).isTrue();
        assertThat(SearchWords.begin(text, SearchWords.typed("wan peter"))).isFalse();
        assertThat(SearchWords.begin(text, SearchWords.typed("race wan"))).as("within a word").isFalse();
    }

    @Test
    void whatComesAfterABeginningIsAfterAllThatBeginSo() {
        assertThat(SearchWords.after("gra")).isEqualTo("grb");
        assertThat(SearchWords.after("9")).isEqualTo(":");
        assertThat(SearchWords.after("\ud7ff")).as("no half of a letter").isEqualTo("\ue000");
    }

    @Property
    void everyBeginningOfEveryWordIsFound(@ForAll @StringLength(min = 1, max = 60) @CharRange(from = ' ', to = 'ſ') String text,
            @ForAll @IntRange(min = 1, max = 12) int letters) {
        String known = text.toLowerCase(Locale.ROOT);
        List<String> words = SearchWords.of(known);
        for (String token : known.split("\\s+"))
            for (String typed : SearchWords.typed(token.substring(0, Math.min(letters, token.length()))))
                assertThat(words).as(typed).anyMatch(w -> w.startsWith(typed) && w.compareTo(typed) >= 0 && w.compareTo(SearchWords.after(typed)) < 0);
    }
}

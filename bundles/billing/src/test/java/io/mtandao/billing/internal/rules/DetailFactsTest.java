package io.mtandao.billing.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Invalid;
import io.mtandao.api.billing.Subscriber.Contact;
import io.mtandao.api.billing.Subscriber.Details;
import io.mtandao.api.billing.Subscriber.MapPoint;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DetailFactsTest {
    private final Invalid.Check check = new Invalid.Check();

    private DetailFacts facts(Details d) {
        return DetailFacts.check(d, "KE", check);
    }

    private static Details tagged(List<String> tags) {
        return new Details(null, null, null, null, null, tags, null, null, null);
    }

    private static Details at(double latitude, double longitude) {
        return new Details(null, null, null, new MapPoint(latitude, longitude), null, null, null, null, null);
    }

    @Test
    void areKeptTrimmedAndNormal() {
        DetailFacts f = facts(new Details(" Acacia Court ", "B 14", "  ", new MapPoint(-1.3971, 36.7624),
            List.of(new Contact(" Otieno ", "caretaker", "0722 000 111", " ")), List.of(" Fibre", "VIP  client", "fibre", " "), Map.of(), null, null));
        assertThat(check.wrong()).isEmpty();
        assertThat(f).isEqualTo(new DetailFacts("Acacia Court", "B 14", null, new MapPoint(-1.3971, 36.7624),
            List.of(new Contact("Otieno", "caretaker", "+254722000111", null)), List.of("fibre", "vip client")));
    }

    @Test
    void everyFaultIsToldWithItsPlace() {
        facts(new Details("x".repeat(201), "x".repeat(61), "x\ny", new MapPoint(90.1, 0),
            List.of(new Contact("Otieno", null, null, null), new Contact(" ", "r".repeat(61), "07123", "no mail")), List.of("a,b"), null, null, null));
        assertThat(check.wrong()).containsOnlyKeys("building", "unit", "zone", "point", "contacts[1].name", "contacts[1].role", "contacts[1].phone", "contacts[1].email",
            "tags");
    }

    @Test
    void thePolesAndTheDateLineAreOnTheMapAndNothingBeyond() {
        facts(at(90, 180));
        facts(at(-90, -180));
        assertThat(check.wrong()).isEmpty();
        for (Details off : List.of(at(-90.000001, 0), at(0, 180.000001), at(Double.NaN, 0), at(0, Double.POSITIVE_INFINITY))) {
            Invalid.Check c = new Invalid.Check();
            DetailFacts.check(off, "KE", c);
            assertThat(c.wrong()).as("%s", off.point()).containsOnlyKeys("point");
        }
    }

    @Test
    void twentyTagsOfFortyCharactersAreEnough() {
        List<String> twenty = IntStream.range(0, 20).mapToObj(i -> i + "x".repeat(40 - String.valueOf(i).length())).toList();
        assertThat(facts(tagged(twenty)).tags()).hasSize(20);
        assertThat(facts(tagged(Collections.nCopies(30, "same"))).tags()).containsExactly("same");
        assertThat(check.wrong()).isEmpty();
        facts(tagged(IntStream.range(0, 21).mapToObj(i -> "t" + i).toList()));
        assertThat(check.wrong()).containsEntry("tags", "at most 20");
        Invalid.Check longer = new Invalid.Check();
        DetailFacts.check(tagged(List.of("x".repeat(41))), "KE", longer);
        assertThat(longer.wrong()).containsEntry("tags", "each at most 40 characters");
    }

    @Test
    void atMostTwentyContacts() {
        facts(new Details(null, null, null, null, Collections.nCopies(21, new Contact("A", null, null, null)), null, null, null, null));
        assertThat(check.wrong()).containsExactly(Map.entry("contacts", "at most 20"));
    }
}

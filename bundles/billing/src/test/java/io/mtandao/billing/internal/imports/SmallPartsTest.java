package io.mtandao.billing.internal.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Invalid;
import io.mtandao.api.billing.SubscriberImports.Line;
import io.mtandao.api.billing.SubscriberImports.Line.State;
import io.mtandao.api.billing.SubscriberImports.Preview;
import io.mtandao.api.billing.SubscriberImports.Request;
import io.mtandao.api.billing.SubscriberImports.Result;
import io.mtandao.billing.internal.rules.SubscriberFacts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SmallPartsTest {
    private static final SubscriberFacts GRACE = new SubscriberFacts("Grace", "+254712345678", "g@x.ke", "MT-1001", true, "Rongai", "VIP");

    private static SubscriberFacts said(String name, String phone, String account) {
        return new SubscriberFacts(name, phone, null, account, false, null, null);
    }

    private static Line line(int number, State state) {
        return new Line(number, state, "name", "account", "detail " + number);
    }

    @Test
    void emptyCellsLeaveWhatIsThere() {
        assertThat(LineMatcher.merged(GRACE, said("Grace M", null, null)))
            .isEqualTo(new SubscriberFacts("Grace M", "+254712345678", "g@x.ke", "MT-1001", true, "Rongai", "VIP"));
        assertThat(LineMatcher.merged(GRACE, said("Grace", "+254733000000", null)).phone()).isEqualTo("+254733000000");
    }

    @Test
    void anAccountInAnotherSpellingIsNoChangeAndANewOneIsNoLongerMadeUp() {
        assertThat(LineMatcher.merged(GRACE, said("Grace", null, "mt1001"))).isEqualTo(GRACE);
        SubscriberFacts given = LineMatcher.merged(GRACE, said("Grace", null, "MT2002"));
        assertThat(given.account()).isEqualTo("MT2002");
        assertThat(given.accountMade()).isFalse();
    }

    @Test
    void theTallyPutsBadLinesFirstAndKeepsQuietAboutTheSame() {
        Tally tally = new Tally();
        tally.addAll(List.of(line(2, State.NEW), line(3, State.SAME), line(4, State.BAD), line(5, State.CHANGED), line(6, State.BAD)));
        assertThat(tally.preview(List.of("Home")))
            .isEqualTo(new Preview(5, 1, 1, 1, 2, List.of("Home"),
            List.of(line(4, State.BAD), line(6, State.BAD), line(2, State.NEW), line(5, State.CHANGED))));
        assertThat(tally.result(List.of())).isEqualTo(new Result(1, 1, 1, 2, List.of(), List.of(line(4, State.BAD), line(6, State.BAD))));
        assertThat(ImportPass.refused(tally, 5)).hasMessage("2 of 5 lines are bad, so nothing was imported; the first is line 4: detail 4");
    }

    @Test
    void changesAreToldInWords() {
        assertThat(Change.told(List.of(Change.NAME, Change.USER, Change.SUBSCRIPTION))).isEqualTo("name, PPPoE user, another subscription");
    }

    @Test
    void exactlyOneSourceOfBearableSize() {
        byte[] some = {1};
        ImportSource.check(new Request(some, null, null, false, null, false));
        ImportSource.check(new Request(null, null, some, false, null, false));
        ImportSource.check(new Request(null, null, null, true, 7L, false));
        assertThatThrownBy(() -> ImportSource.check(new Request(some, null, some, false, null, false))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> ImportSource.check(new Request(some, null, null, true, 7L, false))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> ImportSource.check(new Request(new byte[30_000_001], null, null, false, null, false)))
            .isInstanceOfSatisfying(Invalid.class,
            e -> assertThat(e.fields()).containsEntry("csv", "at most 30 MB"));
    }

    @Test
    void textIsUtf8ElseWindows() {
        assertThat(TextBytes.decode("\uFEFFNg'ang’a – é".getBytes(StandardCharsets.UTF_8))).isEqualTo("Ng'ang’a – é");
        assertThat(TextBytes.decode(new byte[] {'C', 'a', 'f', (byte) 0xE9, ' ', (byte) 0x96})).isEqualTo("Café –");
        assertThat(TextBytes.decode(new byte[0])).isEmpty();
    }

    @Test
    void penaltyProfilesSayNothingOfThePackage() {
        for (String profile : List.of("Disconnect", "disconnect ", "EXPIRED", "Blocked", "suspended"))
            assertThat(RouterLines.isPenalty(profile)).as(profile).isTrue();
        for (String profile : List.of("Home 10M", "default", "disconnect-soon"))
            assertThat(RouterLines.isPenalty(profile)).as(profile).isFalse();
    }
}

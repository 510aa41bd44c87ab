package io.mtandao.paper.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.NotFound;
import io.mtandao.api.TenantId;
import io.mtandao.persistence.SignedTokens;
import io.mtandao.persistence.internal.HmacTokens;
import io.mtandao.persistence.internal.KeyFile;
import io.mtandao.testing.db.MovableClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A link opens its own bill of its own ISP for its own time, and nothing else. */
class BillLinksTest {
    private static final TenantId SAVANNA = new TenantId("savanna000001");
    private final MovableClock clock = MovableClock.at("2026-11-22T08:00:00Z");

    @TempDir
    Path etc;

    private SignedTokens tokens;
    private BillLinks links;

    @BeforeEach
    void aPlatform() throws IOException {
        tokens = new HmacTokens(new KeyFile(etc.resolve("mtandao.keys")));
        links = new BillLinks(tokens, clock);
    }

    private String token(TenantId tenant, long bill) {
        String path = links.to(tenant, bill);
        assertThat(path).startsWith("/papers/").matches("/papers/[A-Za-z0-9_-]+");
        return path.substring("/papers/".length());
    }

    private void refused(String token) {
        assertThatThrownBy(() -> links.open(token)).isInstanceOf(NotFound.class).hasMessage("no such bill");
    }

    @Test
    void itLeadsToItsBill() {
        BillLinks.Target target = links.open(token(SAVANNA, 42));
        assertThat(target.tenant()).isEqualTo(SAVANNA);
        assertThat(target.billId()).isEqualTo(42);
        TenantId longest = new TenantId("a".repeat(36));
        assertThat(links.open(token(longest, Long.MAX_VALUE)).tenant()).isEqualTo(longest);
    }

    @Test
    void afterNinetyDaysItIsOver() {
        String token = token(SAVANNA, 42);
        clock.advance(Duration.ofDays(90).minusSeconds(1));
        assertThat(links.open(token).billId()).isEqualTo(42);
        clock.advance(Duration.ofSeconds(1));
        refused(token);
    }

    @Test
    void noBitOfItCanBeTurnedNotOfTheTimeNotOfTheBillNotOfTheIspNotOfTheSignature() {
        byte[] good = Base64.getUrlDecoder().decode(token(SAVANNA, 42));
        int parts = 1 + 2 + 8 + 8 + SAVANNA.value().length() + 32;
        assertThat(good).as("length and id of the key, time, bill, ISP, signature").hasSize(parts);
        for (int bit = 0; bit < good.length * 8; bit++) {
            byte[] turned = good.clone();
            turned[bit / 8] ^= (byte) (1 << bit % 8);
            refused(Base64.getUrlEncoder().withoutPadding().encodeToString(turned));
        }
        assertThat(links.open(Base64.getUrlEncoder().withoutPadding().encodeToString(good)).billId()).isEqualTo(42);
    }

    @Test
    void aLinkCannotBeMovedToAnotherBillOrIspByPartsOfAnotherLink() {
        byte[] mine = Base64.getUrlDecoder().decode(token(SAVANNA, 42)), other = Base64.getUrlDecoder().decode(token(new TenantId("baobab0000001"), 43));
        assertThat(mine).hasSameSizeAs(other);
        // time | bill | ISP | signature, each cut taken from the other link
        int[][] cuts = {{11, 19}, {19, 32}, {11, 32}, {32, 64}};
        for (int[] cut : cuts) {
            byte[] mixed = mine.clone();
            System.arraycopy(other, cut[0], mixed, cut[0], cut[1] - cut[0]);
            refused(Base64.getUrlEncoder().withoutPadding().encodeToString(mixed));
        }
    }

    @Test
    void anotherPlatformsLinksAreNothingHere() throws IOException {
        BillLinks elsewhere = new BillLinks(new HmacTokens(new KeyFile(etc.resolve("others.keys"))), clock);
        refused(elsewhere.to(SAVANNA, 42).substring(BillLinks.PATH.length()));
    }

    @Test
    void tokensOfThisPlatformForSomethingElseAreNothingHere() {
        refused(tokens.issue("something.else", new byte[30]));
        refused(tokens.issue("paper.bill-link", new byte[3]));
    }

    @Test
    void whatIsNoTokenIsRefusedAlike() {
        for (String odd : new String[] {null, "", "x", "../../etc/passwd", "%00", "A".repeat(100), "A".repeat(10_000)}) refused(odd);
    }

    @Test
    void itSaysNothingOfTheSubscriber() {
        String readable = new String(Base64.getUrlDecoder().decode(token(SAVANNA, 42)), StandardCharsets.ISO_8859_1);
        assertThat(readable.replaceAll("[^a-z0-9]{1,}", " ")).contains("savanna000001");
        assertThat(token(SAVANNA, 42)).as("the same bill, ISP and moment: nothing else is in it").isEqualTo(token(SAVANNA, 42));
    }
}
